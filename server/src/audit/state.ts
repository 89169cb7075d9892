import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { AuditState } from './contract.ts';
import { headAt } from './head.ts';
import { countUncovered, nothingCovered, readCoverage, type Coverage } from './seal-queries.ts';

/** How far the seals reach; the first call reads them all, later ones only what has come since. */
export function followCoverage(db: Kysely<DB>): () => Promise<Coverage> {
  let known = nothingCovered;
  return async () => {
    const coverage = await readCoverage(db, known);
    known = { ...coverage, from: coverage.settledThrough + 1 };
    return known;
  };
}

export async function readState(db: Kysely<DB>, coverage: Coverage): Promise<AuditState> {
  const unsealed = await countUncovered(db, coverage);
  const { sealed } = coverage;
  return { facts: sealed + unsealed, sealed, unsealed, head: await headAt(db, coverage) };
}
