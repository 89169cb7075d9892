import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type exceljs from 'exceljs';
import { columnLetters } from '#src/files/read-workbook.ts';
import { spreadsheets } from '#src/files/spreadsheet.ts';
import type { WrittenSheet } from './sheets-of.ts';

const VALIDATED_ROWS = 5_000;

/** Sheets as an .xlsx. Every cell is a text or a number, never a formula, whatever its text begins with. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const { default: exceljs } = await spreadsheets();
  const stream = new PassThrough();
  const whole = buffer(stream);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    ...{ stream, useStyles: true, useSharedStrings: true },
  });
  workbook.creator = 'Nhịp';
  for (const sheet of sheets) await writeSheet(workbook, sheet);
  await workbook.commit();
  return whole;
}

async function writeSheet(
  workbook: exceljs.stream.xlsx.WorkbookWriter,
  { name, columns, rows }: WrittenSheet,
): Promise<void> {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width, number }) => ({
    ...{ width, style: { numFmt: number ? 'General' : '@' } },
  }));
  for (const [index, { choices }] of columns.entries()) {
    if (choices) allow(sheet, columnLetters(index + 1), choices);
  }
  const header = sheet.addRow(columns.map(({ heading }) => escaped(heading)));
  header.font = { bold: true };
  header.alignment = { wrapText: true, vertical: 'top' };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8ECF4' } };
  header.commit();
  for (const [index, row] of rows.entries()) {
    sheet.addRow(row.map((cell) => (typeof cell === 'string' ? escaped(cell) : cell))).commit();
    if (index % 500 === 499) await nextTurn();
  }
  sheet.commit();
}

/** A list to choose from; not a rule: other words are read as well, and named where they mean nothing. */
function allow(sheet: exceljs.Worksheet, letters: string, choices: readonly string[]): void {
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add(range: string, validation: exceljs.DataValidation): void };
  };
  dataValidations.add(`${letters}2:${letters}${VALIDATED_ROWS}`, {
    ...{ type: 'list', allowBlank: true, formulae: [`"${choices.join(',')}"`] },
    ...{ showErrorMessage: true, errorStyle: 'warning' },
    ...{ errorTitle: 'Nhịp', error: 'Hãy chọn trong danh sách. / Choose from the list.' },
  });
}

/** What a spreadsheet would take for the escape of a character (ECMA-376, ST_Xstring). */
const escaped = (text: string): string => text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
