import { StringDecoder } from 'node:string_decoder';
import { Problem } from '#src/errors.ts';
import { COLUMNS, READ_COLUMNS, type Cells, type Column } from './columns.ts';
import { readRow, type Row } from '#src/imports/csv-rows.ts';

/** A data row of the file, numbered from 1 below the header; `line` is where it starts, from 1. */
export type CsvRecord = { number: number; line: number } & (
  | { fault: null; cells: Cells }
  | { fault: 'cells'; found: number; expected: number; label: string }
  | { fault: 'quotes' }
);

/**
 * The data rows of a file, one after the other, in the memory of a few chunks. Wholly empty lines
 * are no rows. Throws columns-missing, columns-repeated, file-empty.
 */
export async function* csvRecords(content: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord> {
  let header: (Column | undefined)[] | undefined;
  let number = 0;
  for await (const { row, line } of csvRows(content, () => header?.length)) {
    if (row.fields?.length === 1 && row.fields[0] === '') continue;
    if (header === undefined) header = readHeader(row.fields ?? []);
    else yield toRecord(row, header, (number += 1), line);
  }
  if (header === undefined) readHeader([]);
  if (number === 0) throw new Problem('file-empty');
}

async function* csvRows(
  content: AsyncIterable<Buffer>,
  width: () => number | undefined,
): AsyncGenerator<{ row: Row; line: number }> {
  const decoder = new StringDecoder('utf8');
  let text = '';
  let line = 1;
  let begun = false;
  const readAll = function* (last: boolean): Generator<{ row: Row; line: number }> {
    let at = 0;
    while (at < text.length) {
      const row = readRow(text, at, width(), last);
      if (row === 'more') break;
      yield { row, line };
      line += breaksIn(text, at, row.end);
      at = row.end;
    }
    text = text.slice(at);
  };
  for await (const chunk of content) {
    text += decoder.write(chunk);
    if (!begun && text.length > 0) {
      begun = true;
      text = text.replace(/^\ufeff/, '');
    }
    yield* readAll(false);
  }
  yield* readAll(true);
}

function readHeader(fields: string[]): (Column | undefined)[] {
  const names = fields.map((field) => field.trim());
  const missing = READ_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new Problem('columns-missing', { columns: missing.join(', ') });
  const repeated = COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (repeated.length > 0) throw new Problem('columns-repeated', { columns: repeated.join(', ') });
  return names.map((name) => COLUMNS.find((column) => column === name));
}

function toRecord(
  { fields }: Row,
  header: (Column | undefined)[],
  number: number,
  line: number,
): CsvRecord {
  if (fields === undefined) return { number, line, fault: 'quotes' };
  if (fields.length !== header.length) {
    const label = (fields[0] ?? '').split('\n')[0]!.slice(0, 80);
    const [found, expected] = [fields.length, header.length];
    return { number, line, fault: 'cells', found, expected, label };
  }
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Cells;
  header.forEach((column, index) => {
    if (column) cells[column] = fields[index] ?? '';
  });
  return { number, line, fault: null, cells };
}

function breaksIn(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    breaks += 1;
  }
  return breaks;
}
