import { Problem } from '#src/errors.ts';
import { LINES_ABOVE, readTable, type TableLine } from '#src/imports/read-table.ts';
import { columnOf, isHeading, type Column } from './columns.ts';

/** A line below the headings: the cells that it has, as text; the columns that hold formulas. */
export interface Line {
  /** as the spreadsheet numbers it */
  number: number;
  cells: Partial<Record<Column, string>>;
  formulas: Column[];
}

const FORMAT = 'nhip-members';

/** The first sheet of an .xlsx, or a CSV. Throws file-not-in-format, and what reading a table throws. */
export async function readRoster(content: Buffer): Promise<Line[]> {
  const lines = await readTable(content);
  const headed = lines.slice(0, LINES_ABOVE).findIndex(({ cells }) => isHeading(cells));
  if (headed < 0) {
    const what = 'Họ và tên / Full name + E-mail | Mã / Code';
    throw new Problem('file-not-in-format', { format: FORMAT, what });
  }
  const columns = lines[headed]!.cells.map(columnOf);
  return lines
    .slice(headed + 1)
    .filter(({ cells, formulas }) => formulas.length > 0 || cells.some((cell) => cell.trim()))
    .map((line) => toLine(line, columns));
}

function toLine(
  { number, cells, formulas }: TableLine,
  columns: readonly (Column | undefined)[],
): Line {
  const line: Line = { number, cells: {}, formulas: [] };
  for (const [index, cell] of cells.entries()) {
    const column = columns[index];
    // the first of two columns with one heading counts
    if (!column || column in line.cells || line.formulas.includes(column)) continue;
    if (formulas.includes(index)) line.formulas.push(column);
    else line.cells[column] = cell;
  }
  return line;
}
