import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Verdict } from '#src/linking/contract.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import { forgetEngine } from './advertisement-queries.ts';
import { deleteDecided, updateVerdict } from './link-queries.ts';

/**
 * For room review: puts a person's word (or its absence) on every link of the pair; says how many there are.
 * Links that stood on that word alone go with it, and their postings are linked again.
 */
export async function setVerdict(
  trx: Transaction<DB>,
  normalised: string,
  competencyId: number,
  verdict: Verdict | null,
): Promise<number> {
  if (verdict === null) {
    const postings = await deleteDecided(trx, normalised, competencyId);
    await forgetEngine(trx, postings);
    if (postings.length > 0) await moveInput(trx, 'demand');
  }
  return updateVerdict(trx, normalised, competencyId, verdict);
}
