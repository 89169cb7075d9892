import type exceljs from 'exceljs';
import { Problem } from '#src/errors.ts';
import { spreadsheets } from './spreadsheet.ts';
import { unpackedSize } from './zip-size.ts';

/** What a cell holds, as text; of what is no plain value, what it is instead. */
export interface ReadCell {
  text: string;
  /** 'covered': lies under a merged cell, whose value stands in its first cell alone */
  kind: 'empty' | 'text' | 'number' | 'date' | 'formula' | 'error' | 'covered';
}

export interface ReadSheet {
  name: string;
  /** rows that hold anything, numbered as the spreadsheet numbers them; cells from column A */
  rows: { number: number; cells: ReadCell[] }[];
}

const UNPACKED_LIMIT = 96 * 2 ** 20;
const CELL_LIMIT = 1_000_000;
const COLUMN_LIMIT = 200;

export const isZip = (content: Buffer): boolean =>
  content.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';

/**
 * The sheets of an .xlsx as texts. Formulas are never computed or believed: such a cell is 'formula'.
 * Throws workbook-not-readable, workbook-too-large.
 */
export async function readWorkbook(content: Buffer): Promise<ReadSheet[]> {
  refuseHostile(content);
  const { default: exceljs } = await spreadsheets();
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(content as never, {
      ignoreNodes: ['dataValidations', 'drawing', 'conditionalFormatting', 'hyperlinks', 'picture'],
    });
  } catch (fault) {
    const what = (fault as Error).message.replace(/\s+/g, ' ').slice(0, 100);
    throw new Problem('workbook-not-readable', { what }, { cause: fault });
  }
  return workbook.worksheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));
}

function refuseHostile(content: Buffer): void {
  let cells = 0;
  let declares = false;
  const size = unpackedSize(content, UNPACKED_LIMIT, (entry) => {
    if (entry.includes('<!DOCTYPE') || entry.includes('<!ENTITY')) declares = true;
    for (let at = entry.indexOf('<c '); at >= 0; at = entry.indexOf('<c ', at + 3)) cells += 1;
  });
  if (size === 'damaged') throw new Problem('workbook-not-readable', { what: 'ZIP' });
  if (declares) throw new Problem('workbook-not-readable', { what: 'DOCTYPE' });
  if (size === 'too-large' || cells > CELL_LIMIT) {
    throw new Problem('workbook-too-large', { limit: CELL_LIMIT });
  }
}

function rowsOf(sheet: exceljs.Worksheet): ReadSheet['rows'] {
  const rows: ReadSheet['rows'] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: ReadCell[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, COLUMN_LIMIT); column += 1) {
      cells.push(cellOf(row.findCell(column)));
    }
    if (cells.some(({ kind }) => kind !== 'empty')) rows.push({ number, cells });
  });
  return rows;
}

const EMPTY: ReadCell = { text: '', kind: 'empty' };

function cellOf(cell: exceljs.Cell | undefined): ReadCell {
  if (!cell) return EMPTY;
  if (cell.isMerged && cell.master !== cell) return { text: '', kind: 'covered' };
  const value = cell.value;
  if (value === null || value === undefined || value === '') return EMPTY;
  if (value instanceof Date) return { text: dayOf(value), kind: 'date' };
  if (typeof value === 'number') return { text: String(value), kind: 'number' };
  if (typeof value !== 'object') return { text: String(value), kind: 'text' };
  if ('formula' in value || 'sharedFormula' in value) return { text: '', kind: 'formula' };
  if ('error' in value) return { text: value.error, kind: 'error' };
  return { text: textOf(value), kind: 'text' };
}

function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

function textOf(value: exceljs.CellRichTextValue | exceljs.CellHyperlinkValue | unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  if ('richText' in value) {
    return (value as exceljs.CellRichTextValue).richText.map(({ text }) => text).join('');
  }
  return 'text' in value ? textOf(value.text) : '';
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column <= 26 ? letter : columnLetters(Math.floor((column - 1) / 26)) + letter;
}
