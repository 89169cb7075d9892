/** Loaded when the first workbook is: a quarter of the time that the program needs to start. */
export const spreadsheets = () => import('exceljs');

export type Cell = string | number | null;

export interface Sheet {
  name: string;
  /** lines above the table: what it shows, unit, period, n, source */
  preface: string[];
  columns: { title: string; width: number; format?: string }[];
  rows: Cell[][];
}

/**
 * Text that a spreadsheet would take for a formula (OWASP, CSV injection) gets an apostrophe before it;
 * numbers stay numbers. So does text that begins with apostrophes before such a sign: `unsafeText` gives
 * back exactly what was written.
 */
export function safeText(text: string): string {
  return /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

export function unsafeText(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@\t\r\n])/, '');
}

export async function writeXlsx(sheets: Sheet[]): Promise<Buffer> {
  const { default: exceljs } = await spreadsheets();
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Nhịp';
  for (const { name, preface, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: preface.length + 1 }],
      pageSetup: {
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        paperSize: 9,
      },
    });
    for (const line of preface)
      sheet.addRow([safeText(line)]).font = { size: 10, color: { argb: 'FF5B6478' } };
    const header = sheet.addRow(columns.map((column) => column.title));
    header.font = { bold: true };
    header.alignment = { wrapText: true, vertical: 'top' };
    columns.forEach(({ width, format }, index) => {
      const column = sheet.getColumn(index + 1);
      column.width = width;
      if (format !== undefined) column.numFmt = format;
      column.alignment = { wrapText: index > 0 && width >= 30, vertical: 'top' };
    });
    for (const row of rows) sheet.addRow(row);
    sheet.autoFilter = {
      from: { row: preface.length + 1, column: 1 },
      to: { row: preface.length + 1 + rows.length, column: columns.length },
    };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** RFC 4180 with a byte order mark, so that Excel reads Vietnamese; the preface stands in a first column. */
export function writeCsv({ preface, columns, rows }: Omit<Sheet, 'name'>): string {
  const lines = [...preface.map((line) => [line]), columns.map((column) => column.title), ...rows];
  return CSV_START + lines.map(csvLine).join('');
}

/** A byte order mark: spreadsheets take a CSV for UTF-8 only when it says so. */
export const CSV_START = '\ufeff';

/** One line of a CSV that is written piece by piece, with its line break. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(toCsv).join(',')}\r\n`;
}

function toCsv(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = safeText(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
