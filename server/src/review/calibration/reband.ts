import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { rebandLinks as rebandAdvertisements } from '#src/demand/reband-links.ts';
import type { LinksToReband, Rebanded } from '#src/linking/standing-calibrations.ts';
import { moveInput, type Input } from '#src/measures/input-revision.ts';
import { rebandLinks as rebandProgrammes } from '#src/programmes/reband-links.ts';

const BATCH = 5_000;

interface LinkTable {
  input: Input;
  reband(trx: Transaction<DB>, which: LinksToReband): Promise<Rebanded>;
}

const TABLES: readonly LinkTable[] = [
  { input: 'demand', reband: rebandAdvertisements },
  {
    input: 'programmes',
    reband: (trx, which) => rebandProgrammes(trx, 'learning_outcome_link', which),
  },
  { input: 'programmes', reband: (trx, which) => rebandProgrammes(trx, 'course_link', which) },
];

/**
 * Brings every link of the hybrid tier to the calibration that stands, some thousand in a transaction
 * each, and says how many it changed. What was brought there already is passed over: after a stop it
 * goes on where it was, and where nothing is due it changes nothing.
 */
export async function rebandAll(
  db: Kysely<DB>,
  { signal, batch = BATCH }: { signal?: AbortSignal; batch?: number } = {},
): Promise<number> {
  let links = 0;
  for (const { input, reband } of TABLES) {
    let after: number | null = 0;
    while (after !== null) {
      signal?.throwIfAborted();
      const from: number = after;
      const done: Rebanded = await db.transaction().execute(async (trx) => {
        const page = await reband(trx, { after: from, limit: batch });
        if (page.moved) await moveInput(trx, input);
        return page;
      });
      links += done.links;
      after = done.last;
    }
  }
  return links;
}
