import { readRow } from '#src/imports/csv-rows.ts';

/** A row of a CSV below its header; `cells` undefined: its quotes make no row. */
export interface CsvRow {
  line: number;
  cells: string[] | undefined;
}

/**
 * The rows below the header of a CSV, which may stand under a preamble; undefined where there is no line
 * with this first heading. A quote that is never closed costs its own row, not the rest of the file.
 */
export function csvBelow(
  text: string,
  heading: string,
): { columns: string[]; rows: CsvRow[] } | undefined {
  let columns: string[] | undefined;
  const rows: CsvRow[] = [];
  let line = 1;
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length;) {
    const row = readRow(text, at, columns?.length, true);
    if (row === 'more') break;
    const start = line;
    for (let i = at; i < row.end; i += 1) if (text.charCodeAt(i) === 0x0a) line += 1;
    at = row.end;
    if (!columns) {
      if (row.fields?.some((cell) => cell.trim() === heading)) {
        columns = row.fields.map((cell) => cell.trim());
      }
    } else if (row.fields?.some((cell) => cell.trim() !== '') ?? true) {
      rows.push({ line: start, cells: row.fields });
    }
  }
  return columns && { columns, rows };
}
