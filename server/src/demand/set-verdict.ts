import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { updateVerdict } from './link-queries.ts';

/** For room review: puts a person's word (or its absence) on every link of the pair; says how many there are. */
export async function setVerdict(
  trx: Transaction<DB>,
  normalised: string,
  competencyId: number,
  verdict: 'accept' | 'reject' | null,
): Promise<number> {
  return updateVerdict(trx, normalised, competencyId, verdict);
}
