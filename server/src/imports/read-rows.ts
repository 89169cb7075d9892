import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { ImportRowPage } from './contract.ts';
import { findingSentence } from './finding-words.ts';
import type { Difference, Importer } from './importer.ts';
import type { RunRow } from './queries.ts';
import { countRows, listRows, type RowFilter, type ShownRow } from './row-queries.ts';

/** A page of the staged rows in words; a changed row of a preview shows what stands and what the file says. */
export async function readRows(
  db: Kysely<DB>,
  importer: Importer,
  run: RunRow,
  filter: RowFilter,
  { page, size }: { page: number; size: number },
): Promise<ImportRowPage> {
  const total = await countRows(db, run.id, filter);
  const rows = await listRows(db, run.id, filter, { limit: size, offset: (page - 1) * size });
  const changed = rows.filter((row) => row.change === 'changed');
  const isOpen = run.status === 'previewed' || run.status === 'applying';
  const differences =
    isOpen && changed.length > 0
      ? await importer.differences(db, run, changed)
      : new Map<number, Difference[]>();
  return {
    total,
    page,
    size,
    items: rows.map((row) => inWords(importer, row, differences.get(row.rowNumber))),
  };
}

/** Every rejected row of a run with its reasons, in the order of the file. */
export async function* rejectedRows(
  db: Kysely<DB>,
  importer: Importer,
  run: RunRow,
): AsyncGenerator<ImportRowPage['items'][number]> {
  let after = 0;
  for (;;) {
    const rows = await listRows(db, run.id, { change: 'rejected' }, { limit: BATCH, after });
    for (const row of rows) yield inWords(importer, row);
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.rowNumber;
  }
}

const BATCH = 500;

function inWords(
  importer: Importer,
  row: ShownRow,
  differences: Difference[] = [],
): ImportRowPage['items'][number] {
  return {
    rowNumber: row.rowNumber,
    change: row.change,
    held: row.held,
    label: importer.label(row.payload),
    problems: row.problems.map((problem) => ({
      ...problem,
      words: { vi: findingSentence(problem, 'vi'), en: findingSentence(problem, 'en') },
    })),
    differences,
  };
}
