import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { ImportRowPage } from './contract.ts';
import { findingSentence } from './finding-words.ts';
import type { Difference, Importer } from './importer.ts';
import type { RunRow } from './queries.ts';
import { countRows, listRows, type RowFilter } from './row-queries.ts';

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
    items: rows.map((row) => ({
      rowNumber: row.rowNumber,
      change: row.change,
      held: row.held,
      label: importer.label(row.payload),
      problems: row.problems.map((problem) => ({
        ...problem,
        words: { vi: findingSentence(problem, 'vi'), en: findingSentence(problem, 'en') },
      })),
      differences: differences.get(row.rowNumber) ?? [],
    })),
  };
}
