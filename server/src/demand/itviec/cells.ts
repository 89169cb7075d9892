import type { RowFinding } from '#src/imports/importer.ts';
import { cleanText, formulaSign, garbledSample, markupSample } from '#src/imports/written-text.ts';
import { READ_COLUMNS, type Cells, type Column } from './columns.ts';

/** In characters, per cell that is read. */
const LIMITS: Partial<Record<Column, number>> = {
  job_names: 300,
  company_names: 300,
  salaries: 200,
  position_names: 300,
  kind_jobs: 200,
  array_skills: 4_000,
  locate_names: 1_000,
  exp_skills: 50_000,
  domain_arr: 4_000,
  post_dates_formatted: 40,
  level: 40,
  city: 100,
};

/** Where a formula would stand out: other columns hold dates, lists and prose that begins with a dash. */
const NEVER_A_FORMULA: readonly Column[] = ['job_names', 'company_names', 'locate_names'];

/** The cells as clean text, and what is wrong or doubtful about each of them. Columns that are never read are left empty. */
export function readCells(written: Cells): { cells: Cells; problems: RowFinding[] } {
  const problems: RowFinding[] = [];
  const cells = Object.fromEntries(
    Object.keys(written).map((column) => [column, '']),
  ) as unknown as Cells;
  for (const column of READ_COLUMNS) {
    const { text, removed } = cleanText(written[column]);
    cells[column] = text;
    if (removed > 0) {
      problems.push(warning('control-characters', column, { count: removed }));
    }
    const limit = LIMITS[column] ?? 0;
    if (text.length > limit) {
      const detail = { length: text.length, limit };
      problems.push({ code: 'text-too-long', severity: 'error', column, detail });
      continue;
    }
    const garbled = garbledSample(text);
    if (garbled !== undefined)
      problems.push(warning('garbled-letters', column, { sample: garbled }));
    const markup = markupSample(text);
    if (markup !== undefined) problems.push(warning('markup-in-text', column, { sample: markup }));
    const sign = NEVER_A_FORMULA.includes(column) ? formulaSign(text) : undefined;
    if (sign !== undefined) problems.push(warning('formula-in-cell', column, { sign }));
  }
  return { cells, problems };
}

/** Nothing but names: no place, text, skills or date. */
export function isBlank(cells: Cells): boolean {
  return (['array_skills', 'locate_names', 'exp_skills', 'post_dates_formatted'] as const).every(
    (column) => cells[column] === '',
  );
}

export function error(
  code: RowFinding['code'],
  column: Column | null,
  detail: RowFinding['detail'] = {},
): RowFinding {
  return { code, severity: 'error', column, detail };
}

export function warning(
  code: RowFinding['code'],
  column: Column | null,
  detail: RowFinding['detail'] = {},
): RowFinding {
  return { code, severity: 'warning', column, detail };
}
