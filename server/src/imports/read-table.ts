import { isUtf8 } from 'node:buffer';
import { parse, type Options } from 'csv-parse/sync';
import { Problem } from '#src/errors.ts';
import { isZip, readWorkbook } from '#src/files/read-workbook.ts';
import { unsafeText } from '#src/files/spreadsheet.ts';
import { encodingProblem, isUtf16 } from './encoding.ts';
import { firstFault } from './utf8.ts';

export interface TableLine {
  /** as the spreadsheet numbers it; of a CSV the row, of which one may span several lines */
  number: number;
  cells: string[];
  /** the columns that hold formulas, which are not read */
  formulas: number[];
}

/** A title, a source, a date may stand above the headings of a table. */
export const LINES_ABOVE = 20;

/**
 * The first sheet of an .xlsx, or a CSV (comma, semicolon or tab) in UTF-8, as a person fills it in. Throws
 * workbook-not-readable, workbook-too-large, csv-not-readable, and what is wrong with the encoding.
 */
export async function readTable(content: Buffer): Promise<TableLine[]> {
  if (isZip(content)) {
    const [sheet] = await readWorkbook(content);
    return (sheet?.rows ?? []).map(({ number, cells }) => ({
      number,
      cells: cells.map(({ text }) => text),
      formulas: cells.flatMap(({ kind }, column) => (kind === 'formula' ? [column] : [])),
    }));
  }
  return csvRecords(csvText(content)).map((cells, index) => ({
    number: index + 1,
    cells: cells.map(unsafeText),
    formulas: [],
  }));
}

/** Throws what is wrong with the encoding. */
export function csvText(content: Buffer): string {
  if (isUtf16(content) || !isUtf8(content)) throw encodingProblem(content, firstFault(content));
  return content.toString('utf8');
}

/** The cells of a CSV (RFC 4180), empty lines included, whatever separates them. Throws csv-not-readable. */
export function csvRecords(text: string): string[][] {
  try {
    return parse(text, dialect(text));
  } catch (fault) {
    const { lines = 0 } = fault as { lines?: number };
    throw new Problem('csv-not-readable', { line: lines }, { cause: fault });
  }
}

/** The first lines of a file that may be a CSV, which may be cut off anywhere, to see what it is. */
export function csvHead(text: string): string[][] {
  const options = { ...dialect(text), to: LINES_ABOVE, skip_records_with_error: true };
  return text.includes('\u0000') ? [] : parse(text, options);
}

function dialect(text: string): Options & { columns?: false } {
  return {
    ...{ bom: true, relax_column_count: true, skip_empty_lines: false },
    ...{ delimiter: separatorOf(text), record_delimiter: ['\r\n', '\n', '\r'] },
  };
}

/** Comma, semicolon or tab, whichever the first lines use most: Excel writes what the country sets. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4000);
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
