import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { csvLine, CSV_START } from '#src/files/spreadsheet.ts';
import type { Importer } from './importer.ts';
import type { RunRow } from './queries.ts';
import { rejectedRows } from './read-rows.ts';

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
  for await (const { rowNumber, label, problems } of rejectedRows(db, importer, run)) {
    for (const { severity, column, code, words } of problems) {
      if (severity === 'error') yield csvLine([rowNumber, label, column, code, words.vi, words.en]);
    }
  }
}
