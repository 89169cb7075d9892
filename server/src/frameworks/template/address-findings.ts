import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { ParsedRow, RowFinding } from '#src/imports/importer.ts';
import { rewriteFindings } from '#src/imports/staged-rows.ts';
import type { Placed } from './read-file.ts';
import type { Tables } from './read-tables.ts';

/** Where a row stands in its file; kept with the staged row for the findings that come later. */
interface Place {
  sheet: string;
  row: number;
}

/** The letters of the columns of every sheet; kept with the row of the framework. */
type Sheets = Record<string, Record<string, string>>;

/** A parsed row that knows its place; what is wrong with its texts is said by cell. */
export function addressed(parsed: ParsedRow, placed: Placed, tables: Tables['tables']): ParsedRow {
  const table = placed.sheet && tables.get(placed.sheet);
  const sheets: Sheets = Object.fromEntries(
    [...tables.values()].map(({ name, columns }) => [name, Object.fromEntries(columns)]),
  );
  const { line } = placed;
  const at: Place | undefined = line && table && { sheet: table.name, row: line.row };
  const isWhole = placed.row.type === 'framework';
  return {
    ...parsed,
    payload: { ...(parsed.payload as object), ...(at && { at }), ...(isWhole && { sheets }) },
    problems: parsed.problems.map((finding) =>
      line && table && !isAddress(finding.column)
        ? { ...finding, column: line.address(keyOf(finding.column, [...table.columns.keys()])) }
        : finding,
    ),
  };
}

/** The same for what only the whole file shows: cells and rows are named as the spreadsheet names them. */
export async function addressFindings(trx: Transaction<DB>, runId: string): Promise<void> {
  const { rows } = await sql<{
    rowNumber: number;
    at: Place | null;
    sheets: Sheets | null;
    problems: RowFinding[];
  }>`
    select row_number as "rowNumber", payload -> 'at' as at, payload -> 'sheets' as sheets, problems
      from import_row
     where import_run_id = ${runId} and (problems <> '[]' or payload ? 'sheets' or payload ? 'at')`.execute(
    trx,
  );
  const sheets = rows.find((row) => row.sheets)?.sheets ?? {};
  const places = new Map(rows.map(({ rowNumber, at }) => [rowNumber, at]));
  const cell = (at: Place, column: string | null) => {
    const columns = sheets[at.sheet] ?? {};
    const letter = columns[keyOf(column, Object.keys(columns))] ?? 'A';
    return at.sheet === '' ? `${letter}${at.row}` : `${at.sheet}!${letter}${at.row}`;
  };
  const rewritten = rows.flatMap(({ rowNumber, at, problems }) => {
    if (!at || problems.length === 0) return [];
    const own = problems.map((finding) => {
      const other = places.get(Number(finding.detail.row));
      return {
        ...finding,
        column: isAddress(finding.column) ? finding.column : cell(at, finding.column),
        detail: other ? { ...finding.detail, row: cell(other, 'code') } : finding.detail,
      };
    });
    return [{ rowNumber, problems: own }];
  });
  await rewriteFindings(trx, runId, rewritten);
}

const isAddress = (column: string | null): boolean => /(^|!)[A-Z]{1,3}\d+$/.test(column ?? '');

/** 'label (vi)' → 'label vi', 'alias (vi)' → 'aliases vi'; what has no column of its own → the code. */
function keyOf(column: string | null, keys: readonly string[]): string {
  const [, field = '', language] = /^(.*?)(?: \(([^)]*)\))?$/.exec(column ?? '')!;
  const bases = field === 'alias' ? ['aliases', 'titles'] : [field];
  const wanted = bases.map((base) => (language === undefined ? base : `${base} ${language}`));
  const exact = keys.find((key) => wanted.includes(key));
  const first = keys.find((key) => bases.some((base) => key.startsWith(`${base} `)));
  return exact ?? (language === undefined ? first : undefined) ?? 'code';
}
