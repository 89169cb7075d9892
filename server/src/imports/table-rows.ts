import { StringDecoder } from 'node:string_decoder';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Problem } from '#src/errors.ts';
import type { BundledFile } from './bundle.ts';
import { readRow } from './csv-rows.ts';

/** A row of a table with a header line; `line`: where it starts in the file, from 1. */
export type TableRow = { line: number } & (
  | { fault: null; cells: Record<string, string> }
  /** 'cells': another number of cells than the header has; 'quotes': quotes that make no row */
  | { fault: 'cells' | 'quotes'; found: number; expected: number; first: string }
);

/**
 * The rows of a comma-separated file with a header, one after the other. A broken row costs itself
 * alone. Throws table-columns-missing.
 *
 * @param shortRows rows may lack cells at their end, as ESCO writes some of its files
 */
export async function* csvTable(
  file: BundledFile,
  needed: readonly string[],
  { shortRows = false }: { shortRows?: boolean } = {},
): AsyncGenerator<TableRow> {
  let header: string[] | undefined;
  let line = 1;
  let text = '';
  const read = function* (last: boolean): Generator<TableRow> {
    let at = 0;
    while (at < text.length) {
      const row = readRow(text, at, shortRows ? undefined : header?.length, last);
      if (row === 'more') break;
      const start = line;
      line += breaks(text, at, row.end);
      at = row.end;
      if (row.fields?.length === 1 && row.fields[0] === '') continue;
      if (header) yield tableRow(row.fields, header, start, shortRows);
      else header = headerOf(row.fields ?? [], needed, file.name);
    }
    text = text.slice(at);
  };
  for await (const more of textOf(file)) {
    text += more;
    yield* read(false);
    await nextTurn();
  }
  yield* read(true);
  if (!header) headerOf([], needed, file.name);
}

/**
 * The rows of a tab-separated file with a header. Quotes mean nothing in it, unless a spreadsheet has
 * put them around a cell and doubled those within. Throws table-columns-missing.
 */
export async function* tsvTable(
  file: BundledFile,
  needed: readonly string[],
): AsyncGenerator<TableRow> {
  let header: string[] | undefined;
  let line = 0;
  for await (const lines of linesOf(file)) {
    for (const written of lines) {
      line += 1;
      if (written === '') continue;
      const fields = written.split('\t');
      if (written.includes('""')) fields.forEach((cell, at) => (fields[at] = unquoted(cell)));
      if (header) yield tableRow(fields, header, line, false);
      else header = headerOf(fields, needed, file.name);
    }
  }
  if (!header) headerOf([], needed, file.name);
}

function unquoted(cell: string): string {
  return /^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** Objects, one to a line; a line that holds none is a fault. */
export async function* jsonLines(
  file: BundledFile,
): AsyncGenerator<{ line: number; value: Record<string, unknown> | undefined; written: string }> {
  let line = 0;
  for await (const lines of linesOf(file)) {
    for (const written of lines) {
      line += 1;
      if (written.trim() !== '') yield { line, written, value: objectOf(written) };
    }
  }
}

/** Lines without their ends, in lists: a yield to every line would cost more than the reading. */
async function* linesOf(file: BundledFile): AsyncGenerator<string[]> {
  let rest = '';
  for await (const more of textOf(file)) {
    const lines = (rest + more).split(/\r?\n/);
    rest = lines.pop()!;
    yield lines;
    await nextTurn();
  }
  if (rest !== '') yield [rest];
}

async function* textOf(file: BundledFile): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let begun = false;
  for await (const chunk of file.read()) {
    const text = decoder.write(chunk);
    const storable = text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text;
    yield begun ? storable : storable.replace(/^\ufeff/, '');
    begun = true;
  }
}

function headerOf(fields: string[], needed: readonly string[], file: string): string[] {
  const names = fields.map((field) => field.trim());
  const missing = needed.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new Problem('table-columns-missing', { file, columns: missing.join(', ') });
  }
  return names;
}

function tableRow(
  fields: string[] | undefined,
  header: readonly string[],
  line: number,
  shortRows: boolean,
): TableRow {
  const expected = header.length;
  const found = fields?.length ?? 0;
  if (!fields || found > expected || (found < expected && !shortRows)) {
    const first = (fields?.[0] ?? '').slice(0, 80);
    return { line, fault: fields ? 'cells' : 'quotes', found, expected, first };
  }
  const cells: Record<string, string> = {};
  for (let at = 0; at < expected; at += 1) cells[header[at]!] = fields[at] ?? '';
  return { line, fault: null, cells };
}

function objectOf(written: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = /\\u(0000|d[89a-f])/i.test(written)
      ? JSON.parse(written, storable)
      : JSON.parse(written);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** NUL and halves of characters can be in no text of the database. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value;
}

function breaks(text: string, from: number, to: number): number {
  let found = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    found += 1;
  }
  return found;
}
