import { isUtf8 } from 'node:buffer';
import exceljs from 'exceljs';
import { Problem } from '#src/errors.ts';
import { columnOf, isHeading, type Column } from './columns.ts';
import { csvLines } from './csv-lines.ts';
import { unpackedSize } from './zip-size.ts';

/** A line below the headings: the cells that it has, as text; the columns that hold formulas. */
export interface Line {
  /** as the spreadsheet numbers it */
  number: number;
  cells: Partial<Record<Column, string>>;
  formulas: Column[];
}

const FORMAT = 'nhip-members';
const UNPACKED_LIMIT = 64 * 2 ** 20;
/** A title, a source, a date may stand above the headings. */
const LINES_ABOVE = 20;

interface Cell {
  text: string;
  formula: boolean;
}

/** The first sheet of an .xlsx, or a CSV. Throws file-not-in-format, file-too-large, encoding-not-utf8. */
export async function readTable(content: Buffer): Promise<Line[]> {
  const isWorkbook = content.subarray(0, 2).toString('latin1') === 'PK';
  const lines = isWorkbook ? await workbookLines(content) : textLines(content);
  const headed = lines.findIndex(
    ({ cells }, index) => index < LINES_ABOVE && isHeading(cells.map(({ text }) => text)),
  );
  if (headed < 0) {
    const what = 'Họ và tên / Full name + E-mail | Mã / Code';
    throw new Problem('file-not-in-format', { format: FORMAT, what });
  }
  const columns = lines[headed]!.cells.map(({ text }) => columnOf(text));
  return lines
    .slice(headed + 1)
    .filter(({ cells }) => cells.some(({ text, formula }) => text.trim() !== '' || formula))
    .map(({ number, cells }) => toLine(number, cells, columns));
}

function toLine(number: number, cells: Cell[], columns: (Column | undefined)[]): Line {
  const line: Line = { number, cells: {}, formulas: [] };
  for (const [index, { text, formula }] of cells.entries()) {
    const column = columns[index];
    // the first of two columns with one heading counts
    if (!column || column in line.cells || line.formulas.includes(column)) continue;
    if (formula) line.formulas.push(column);
    else line.cells[column] = text;
  }
  return line;
}

function textLines(content: Buffer): { number: number; cells: Cell[] }[] {
  if (!isUtf8(content)) throw new Problem('encoding-not-utf8', { offset: 0 });
  return csvLines(content.toString('utf8')).map((cells, index) => ({
    number: index + 1,
    // as our own exports write a text that a spreadsheet would take for a formula
    cells: cells.map((text) => ({ text: text.replace(/^'(?=[=+\-@])/, ''), formula: false })),
  }));
}

async function workbookLines(content: Buffer): Promise<{ number: number; cells: Cell[] }[]> {
  const size = unpackedSize(content, UNPACKED_LIMIT);
  if (size === 'damaged') throw new Problem('archive-damaged');
  if (size === 'too-large') {
    throw new Problem('file-too-large', { limit: `${UNPACKED_LIMIT / 2 ** 20} MB` });
  }
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(content as never, { ignoreNodes: ['dataValidations', 'drawing'] });
  } catch (fault) {
    throw new Problem('file-not-in-format', { format: FORMAT, what: '.xlsx' }, { cause: fault });
  }
  const lines: { number: number; cells: Cell[] }[] = [];
  workbook.worksheets[0]?.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: Cell[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, 50); column += 1) {
      cells.push(cellOf(row.getCell(column).value));
    }
    lines.push({ number, cells });
  });
  return lines;
}

function cellOf(value: exceljs.CellValue): Cell {
  const formula =
    typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value);
  return formula ? { text: '', formula } : { text: textOf(value), formula: false };
}

function textOf(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text as exceljs.CellValue);
  return '';
}
