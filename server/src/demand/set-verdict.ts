import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

/** Puts a person's last word on every link of (surface, competency); null takes it off. The number of links touched. */
export async function setVerdict(
  trx: Transaction<DB>,
  normalised: string,
  competencyId: number,
  verdict: 'accept' | 'reject' | null,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update advertisement_link set verdict = ${verdict}
     where normalised = ${normalised} and competency_id = ${competencyId}`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
