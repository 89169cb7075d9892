import { Problem } from '#src/errors.ts';
import { columnLetters, isZip, readWorkbook } from '#src/files/read-workbook.ts';
import type { ReadCell, ReadSheet } from '#src/files/read-workbook.ts';
import { unsafeText } from '#src/files/spreadsheet.ts';
import type { RowFinding } from '#src/imports/importer.ts';
import { csvRecords, csvText, LINES_ABOVE } from '#src/imports/read-table.ts';
import { columnOf, flatColumnOf, isFormHeading, shapeOf, sheetOf } from './columns.ts';
import type { SheetKey } from './sheets.ts';

/** One line below the headings (or the one form of the sheet Framework). */
export interface Line {
  row: number;
  cell(key: string): ReadCell | undefined;
  /** as a person finds it: 'Năng lực - Competencies!D17' */
  address(key: string): string;
  /** what stands in columns that are not known, by their headings */
  further: { heading: string; text: string }[];
}

export interface Table {
  name: string;
  /** the letter of every known column, by its key */
  columns: ReadonlyMap<string, string>;
  lines: Line[];
}

export interface Tables {
  tables: Map<SheetKey, Table>;
  /** about the whole: sheets and columns that are not read */
  problems: RowFinding[];
}

export const FORMAT = 'nhip-framework';

/** The sheets of a workbook, or the one table of a CSV. Throws what reading either throws, and file-not-in-format. */
export async function readTables(content: Buffer): Promise<Tables> {
  if (content.length === 0) throw new Problem('file-empty');
  if (isZip(content)) return workbookTables(await readWorkbook(content));
  return csvTables(csvRows(csvText(content)));
}

export function workbookTables(sheets: readonly ReadSheet[]): Tables {
  const tables = new Map<SheetKey, Table>();
  const problems: RowFinding[] = [];
  for (const sheet of sheets) {
    const key = sheetOf(sheet.name) ?? (sheets.length === 1 ? 'items' : undefined);
    if (key === 'for-reading' || sheet.rows.length === 0) continue;
    if (key === undefined || tables.has(key)) {
      problems.push(warning('framework-sheet-unread', { value: sheet.name }));
      continue;
    }
    const table =
      key === 'framework'
        ? formTable(sheet, problems)
        : headedTable(key, sheet, problems, (heading) => columnOf(key, heading));
    tables.set(key, table);
  }
  if (!tables.has('framework') && !tables.has('items')) refuse();
  return { tables, problems };
}

/** A form: a name of what is asked for in column A, the answer in column B. */
function formTable(sheet: ReadSheet, problems: RowFinding[]): Table {
  const rows = new Map<string, { number: number; cell: ReadCell }>();
  const further: Line['further'] = [];
  for (const { number, cells } of sheet.rows) {
    const heading = cells[0]?.text.trim() ?? '';
    const cell = cells[1] ?? NO_CELL;
    const key = columnOf('framework', heading);
    if (key !== undefined && !rows.has(key)) rows.set(key, { number, cell });
    else if (heading !== '' && cell.text.trim() !== '' && !isFormHeading(heading)) {
      further.push({ heading, text: cell.text.trim() });
      problems.push(unread(`${sheet.name}!A${number}`, heading));
    }
  }
  const line: Line = {
    row: rows.get('code')?.number ?? 1,
    cell: (key) => rows.get(key)?.cell,
    address: (key) => `${sheet.name}!B${rows.get(key)?.number ?? 1}`,
    further,
  };
  const columns = new Map([...rows.keys()].map((key) => [key, 'B']));
  return { name: sheet.name, columns, lines: [line] };
}

function headedTable(
  key: SheetKey,
  sheet: ReadSheet,
  problems: RowFinding[],
  keyOf: (heading: string) => string | undefined,
): Table {
  const keysOf = (cells: readonly ReadCell[]) => cells.map(({ text }) => keyOf(text.trim()));
  const heads = sheet.rows
    .slice(0, LINES_ABOVE)
    .findIndex(({ cells }) => isHeading(key, keysOf(cells)));
  if (heads < 0) {
    const what = `${sheet.name}: ${shapeOf(key)
      .needed.map((one) => shapeOf(key).columns[one]!.vi)
      .join(', ')}`;
    throw new Problem('file-not-in-format', { format: FORMAT, what });
  }
  const headings = sheet.rows[heads]!.cells.map(({ text }) => text.trim());
  const places = new Map<string, number>();
  const others: { index: number; heading: string }[] = [];
  for (const [index, heading] of headings.entries()) {
    const found = keyOf(heading);
    if (found !== undefined && !places.has(found)) places.set(found, index);
    else if (heading !== '') others.push({ index, heading });
  }
  const at = (index: number, row: number) => addressOf(sheet.name, index, row);
  // headings in the other language may follow at once
  let body = heads + 1;
  while (body < sheet.rows.length && isHeading(key, keysOf(sheet.rows[body]!.cells))) body += 1;
  for (const { index, heading } of others) {
    problems.push(unread(at(index, sheet.rows[heads]!.number), heading));
  }
  return {
    name: sheet.name,
    columns: new Map([...places].map(([name, index]) => [name, columnLetters(index + 1)])),
    lines: sheet.rows
      .slice(body)
      .filter(({ cells }) =>
        cells.some(({ kind, text }) => kind === 'formula' || text.trim() !== ''),
      )
      .map(({ number, cells }) => ({
        row: number,
        cell: (name) => (places.has(name) ? (cells[places.get(name)!] ?? NO_CELL) : undefined),
        address: (name) => at(places.get(name) ?? 0, number),
        further: others.flatMap(({ index, heading }) => {
          const text = cells[index]?.text.trim() ?? '';
          return text === '' ? [] : [{ heading, text }];
        }),
      })),
  };
}

/** Headings, in one language or the other: what is needed stands in them. */
function isHeading(sheet: SheetKey, keys: readonly (string | undefined)[]): boolean {
  return shapeOf(sheet).needed.every((needed) =>
    keys.some((key) => key === needed || key?.startsWith(`${needed} `)),
  );
}

/** The items of a framework, each line with what framework it belongs to. */
function csvTables(rows: ReadSheet['rows']): Tables {
  const problems: RowFinding[] = [];
  const sheet = { name: '', rows };
  const items = headedTable('items', sheet, problems, flatColumnOf);
  const first = items.lines[0];
  if (!first) throw new Problem('file-empty');
  const own = (key: string) => `framework ${key}`;
  const framework: Table = {
    name: '',
    columns: new Map(
      [...items.columns].flatMap(([key, letter]) =>
        key.startsWith('framework ') ? [[key.slice('framework '.length), letter] as const] : [],
      ),
    ),
    lines: [
      {
        ...{ row: first.row, further: [] },
        cell: (key) => first.cell(own(key)),
        address: (key) => first.address(own(key)),
      },
    ],
  };
  return {
    tables: new Map([
      ['framework', framework],
      ['items', items],
    ]),
    problems,
  };
}

function csvRows(text: string): ReadSheet['rows'] {
  return csvRecords(text).map((record, index) => ({
    number: index + 1,
    cells: record.map((cell) => {
      const own = unsafeText(cell);
      return { text: own, kind: own === '' ? ('empty' as const) : ('text' as const) };
    }),
  }));
}

const NO_CELL: ReadCell = { text: '', kind: 'empty' };

function addressOf(sheet: string, index: number, row: number): string {
  const cell = `${columnLetters(index + 1)}${row}`;
  return sheet === '' ? cell : `${sheet}!${cell}`;
}

const unread = (column: string, value: string): RowFinding => ({
  ...warning('framework-column-unknown', { value: value.slice(0, 80) }),
  column,
});

const warning = (code: RowFinding['code'], detail: RowFinding['detail']): RowFinding => ({
  ...{ code, severity: 'warning', column: null, detail },
});

function refuse(): never {
  const what = 'Khung - Framework, Năng lực - Competencies';
  throw new Problem('file-not-in-format', { format: FORMAT, what });
}
