import { Problem } from '#src/errors.ts';
import { isZip } from '#src/files/read-workbook.ts';
import { mayImportFrameworks } from '#src/frameworks/access.ts';
import type { Importer, ParsedRow, RowFinding } from '#src/imports/importer.ts';
import { csvHead, LINES_ABOVE, readTable, type TableLine } from '#src/imports/read-table.ts';
import { applyRows } from './apply-rows.ts';
import {
  columnOf,
  headingOf,
  isHeading,
  keyNamed,
  KIND_NAMES,
  RELATION_NAMES,
  type Column,
} from './columns.ts';
import { noteText } from '../note-text.ts';
import { diffRows, lintRows, rowDifferences } from './compare-rows.ts';
import { rowHash, rowKey, rowLabel, type CrosswalkImportRow } from './crosswalk-row.ts';

const FORMAT = 'nhip-crosswalk';
const LONGEST_NOTE = 1_000;

/** Crosswalks as a table (.xlsx or CSV), in the form in which they are exported; all come in as proposals. */
export const ownCrosswalkImporter: Importer = {
  kind: 'crosswalk',
  format: FORMAT,
  input: null,
  defaultSource: null,
  unpackedLimitBytes: 64 * 2 ** 20,
  readsBytes: true,
  access: mayImportFrameworks,

  detect(head) {
    return isZip(head) || csvHead(head.toString('utf8')).some(isHeading);
  },

  async *parse(content, { run }) {
    const parts: Buffer[] = [];
    for await (const part of content) parts.push(part);
    const lines = await readTable(Buffer.concat(parts));
    const headed = lines.slice(0, LINES_ABOVE).findIndex(({ cells }) => isHeading(cells));
    if (headed < 0) {
      const what = (['fromFramework', 'fromCode', 'relation', 'toFramework', 'toCode'] as const)
        .map(headingOf)
        .join(' · ');
      throw new Problem('file-not-in-format', { format: FORMAT, what });
    }
    const columns = lines[headed]!.cells.map(columnOf);
    for (const line of lines.slice(headed + 1)) {
      if (line.cells.every((cell) => cell.trim() === '') && line.formulas.length === 0) continue;
      yield readLine(line, columns, run.source ?? 'file');
    }
  },

  finishStaging: lintRows,
  diff: (trx, run) => diffRows(trx, run, { whole: false }),
  differences: rowDifferences,
  apply: (trx, run, actor, onProgress) => applyRows(trx, run, actor, onProgress),
  label: rowLabel,
};

function readLine(
  line: TableLine,
  columns: readonly (Column | undefined)[],
  source: string,
): ParsedRow {
  const problems: RowFinding[] = [];
  const fault = (code: RowFinding['code'], column: Column, detail: RowFinding['detail'] = {}) => {
    problems.push({ code, severity: 'error', column: headingOf(column), detail });
  };
  const cell = (column: Column) => noteText(line.cells[columns.indexOf(column)] ?? '');
  for (const index of line.formulas) {
    const column = columns[index];
    if (column) fault('framework-formula', column);
  }
  const end = (side: 'from' | 'to') => {
    const framework = cell(`${side}Framework`);
    const names = [cell(`${side}Uuid`).toLowerCase(), cell(`${side}Code`)].filter(Boolean);
    if (!framework)
      fault('framework-value-missing', `${side}Framework`, valueOf(`${side}Framework`));
    if (names.length === 0) fault('framework-value-missing', `${side}Code`, valueOf(`${side}Code`));
    return { framework, names, label: cell(`${side}Label`) || null };
  };
  const relation = keyNamed(RELATION_NAMES, cell('relation'));
  if (!relation) {
    const allowed = Object.values(RELATION_NAMES).map(({ vi, en }) => `${vi} (${en})`);
    fault('crosswalk-relation-unknown', 'relation', {
      ...{ value: cell('relation'), allowed: allowed.join(', ') },
    });
  }
  const confidence = readConfidence(cell('confidence'));
  if (confidence === undefined) {
    fault('crosswalk-confidence-bad', 'confidence', { value: cell('confidence') });
  }
  const note = cell('note');
  if (note.length > LONGEST_NOTE) {
    fault('framework-text-long', 'note', { length: note.length, limit: LONGEST_NOTE });
  }
  const row: CrosswalkImportRow = {
    kind: keyNamed(KIND_NAMES, cell('kind')) ?? null,
    ...{ from: end('from'), to: end('to'), relation: relation ?? 'related' },
    ...{ confidence: confidence ?? null, source: cell('source').slice(0, 60) || source },
    ...{ status: 'proposed', note: note || null, extra: null },
  };
  return {
    rowNumber: line.number,
    key: problems.length > 0 ? null : rowKey(row),
    contentSha256: rowHash(row),
    payload: row,
    held: false,
    problems,
  };
}

const valueOf = (column: Column) => ({ value: headingOf(column) });

/** 0.95, 0,95 or 95 %; null: not said; undefined: no share. */
function readConfidence(written: string): number | null | undefined {
  if (written === '') return null;
  const percent = written.endsWith('%');
  const value = Number(written.replace('%', '').trim().replace(',', '.')) / (percent ? 100 : 1);
  return value >= 0 && value <= 1 ? Number(Math.fround(value).toPrecision(6)) : undefined;
}
