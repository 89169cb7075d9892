import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { csvLine, CSV_START } from '#src/files/spreadsheet.ts';
import { findingSentence } from './finding-words.ts';
import type { Importer } from './importer.ts';
import type { RunRow } from './queries.ts';
import { listRows } from './row-queries.ts';

const PAGE = 500;

/** The rejected rows as a table for the person who corrects the file: one line per reason, in both languages. */
export async function* rejectedCsv(
  db: Kysely<DB>,
  importer: Importer,
  run: RunRow,
): AsyncGenerator<string> {
  yield (
    CSV_START +
    csvLine(['dòng/row', 'nội dung/content', 'cột/column', 'mã/code', 'lý do', 'reason'])
  );
  let after = 0;
  for (;;) {
    const rows = await listRows(db, run.id, { change: 'rejected' }, { limit: PAGE, after });
    for (const row of rows) {
      for (const problem of row.problems.filter((one) => one.severity === 'error')) {
        const sentences = [findingSentence(problem, 'vi'), findingSentence(problem, 'en')];
        const label = importer.label(row.payload);
        yield csvLine([row.rowNumber, label, problem.column, problem.code, ...sentences]);
      }
    }
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.rowNumber;
  }
}
