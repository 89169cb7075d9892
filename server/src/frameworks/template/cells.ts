import type { RowFinding } from '#src/imports/importer.ts';
import type { Line, Table } from './read-tables.ts';
import { codeOf, type Names } from './words.ts';

/** What the cells of one line say; what is wrong with them is put on `problems`, by address. */
export interface Cells {
  /** line breaks as \n, NFC, no space at the ends; '' where there is nothing to read */
  text(key: string): string;
  /** the same for a code, which has no line breaks and which a spreadsheet may have taken for a number or a day */
  code(key: string): string;
  integer(key: string): number | null;
  /** between 0 and 1 */
  weight(key: string): number | undefined;
  choice<Code extends string>(
    key: string,
    names: Record<Code, Names>,
    unsaid: Code,
    unknown: RowFinding['code'],
  ): Code;
  /** every language of a column that stands once for each, with what it says */
  texts(base: string): { language: string; value: string }[];
  /** the same, split at | */
  lists(base: string): { language: string; value: string }[];
  say(
    code: RowFinding['code'],
    key: string,
    detail?: RowFinding['detail'],
    severity?: RowFinding['severity'],
  ): void;
}

export function cellsOf(line: Line, table: Table, problems: RowFinding[]): Cells {
  const say: Cells['say'] = (code, key, detail = {}, severity = 'error') => {
    const column = line.address(key);
    const isSaid = problems.some((one) => one.code === code && one.column === column);
    if (!isSaid) problems.push({ code, severity, column, detail });
  };
  const text = (key: string): string => {
    const cell = line.cell(key);
    if (cell?.kind === 'formula') say('framework-formula', key);
    if (cell?.kind === 'error') say('framework-cell-error', key, { value: cell.text.slice(0, 40) });
    if (cell?.kind === 'covered') say('framework-cell-covered', key, {}, 'warning');
    if (cell?.kind === 'date' && key !== 'publishedOn') {
      say('framework-cell-date', key, { value: cell.text }, 'warning');
    }
    return cell && cell.kind !== 'error' ? tidy(cell.text) : '';
  };
  const code = (key: string): string => {
    const written = text(key);
    if (line.cell(key)?.kind === 'number' && written.includes('.')) {
      say('framework-cell-number', key, { value: written }, 'warning');
    }
    return written.replace(/\s+/g, ' ');
  };
  const texts = (base: string) =>
    languagesOf(table, base).flatMap((language) => {
      const value = text(`${base} ${language}`);
      return value === '' ? [] : [{ language, value }];
    });
  return {
    ...{ text, code, texts, say },
    integer(key) {
      const written = text(key);
      if (written === '') return null;
      if (/^-?\d{1,10}$/.test(written) && Math.abs(Number(written)) < 2 ** 31)
        return Number(written);
      say('framework-integer-bad', key, { value: written.slice(0, 40) });
      return null;
    },
    weight(key) {
      const written = text(key);
      if (written === '') return undefined;
      const weight = Number(written.replace(',', '.'));
      if (weight >= 0 && weight <= 1) return weight;
      say('framework-weight-bad', key, { value: written.slice(0, 40) });
      return undefined;
    },
    choice(key, names, unsaid, unknown) {
      const written = text(key);
      const found = codeOf(names, written);
      if (written !== '' && found === undefined) {
        const allowed = Object.values<Names>(names).map(({ vi, en }) => `${vi} / ${en}`);
        say(unknown, key, { value: written.slice(0, 40), allowed: allowed.join('; ') });
      }
      return found ?? unsaid;
    },
    lists: (base) =>
      texts(base).flatMap(({ language, value }) =>
        splitList(value).map((one) => ({ language, value: one })),
      ),
  };
}

export const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim();

/** In the order of the alphabet, so that equal rows read equal. */
export function languagesOf(table: Table, base: string): string[] {
  return [...table.columns.keys()]
    .flatMap((key) => (key.startsWith(`${base} `) ? [key.slice(base.length + 1)] : []))
    .sort();
}

/** 'a|b\|c' → 'a', 'b|c'. */
export function splitList(written: string): string[] {
  const parts = written.match(/(?:\\[^]|[^\\|])+/g) ?? [];
  return parts
    .map((part) =>
      part
        .trim()
        .replace(/\\([^])/g, '$1')
        .trim(),
    )
    .filter(Boolean);
}

export const joinList = (values: readonly string[]): string =>
  values.map((value) => value.replace(/[\\|]/g, '\\$&')).join(' | ');
