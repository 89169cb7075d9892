import { sql, type Kysely, type Transaction } from 'kysely';
import { lockNamespace, locks } from '#src/db/advisory-locks.ts';
import type { DB } from '#src/db/types.ts';
import { factHash, firstHash, PREFIX, sealHash, type HashedFact } from './fact-hash.ts';
import { toRanges } from './id-ranges.ts';
import {
  findSeal,
  getInstallationUuid,
  insertSeal,
  listUncovered,
  nothingCovered,
  readCoverage,
  type Coverage,
} from './seal-queries.ts';
import { lookAtWriters, nothingSettled, settle, type Settling } from './settle.ts';

/** Facts in one seal, at most. */
export const SEAL_SIZE = 10_000;

/**
 * What a sealing process has seen. A new one looks at every place where a fact may lie unsealed;
 * afterwards only above what is settled.
 */
export interface Sealing {
  coverage: Coverage;
  settling: Settling;
}

export const newSealing = (): Sealing => ({ coverage: nothingCovered, settling: nothingSettled });

/**
 * Seals every committed fact that no seal covers. Writers neither wait for it nor does it for them: a
 * fact with a lower id that commits later is covered by a later seal. Does nothing while another
 * process is at it.
 */
export async function sealFacts(
  db: Kysely<DB>,
  sealing: Sealing = newSealing(),
): Promise<{ sealed: number }> {
  let sealed = 0;
  for (;;) {
    // every statement must see what has been committed before it: settle.ts counts on it
    const count = await db
      .transaction()
      .setIsolationLevel('read committed')
      .execute((trx) => sealNext(trx, sealing));
    sealed += count;
    if (count < SEAL_SIZE) break;
  }
  const { coverage } = sealing;
  sealing.coverage = { ...coverage, from: coverage.settledThrough + 1 };
  return { sealed };
}

async function sealNext(trx: Transaction<DB>, sealing: Sealing): Promise<number> {
  const { rows } = await sql<{ ours: boolean; now: Date }>`
    select pg_try_advisory_xact_lock(${lockNamespace}, ${locks.auditSealing}) as ours,
      date_trunc('milliseconds', clock_timestamp()) as now`.execute(trx);
  const { ours, now } = rows[0]!;
  if (!ours) return 0;
  sealing.coverage = await readCoverage(trx, sealing.coverage);
  sealing.settling = settle(sealing.settling, await lookAtWriters(trx));
  const facts = await listUncovered(trx, sealing.coverage, SEAL_SIZE);
  if (facts.length > 0) await appendSeal(trx, sealing, facts, now);
  return facts.length;
}

async function appendSeal(
  trx: Transaction<DB>,
  { coverage, settling }: Sealing,
  facts: readonly HashedFact[],
  sealedAt: Date,
): Promise<void> {
  const ids = facts.map(({ id }) => Number(id));
  const hashes = facts.map(factHash);
  const whole =
    facts.length < SEAL_SIZE ? settling.through : Math.min(settling.through, ids.at(-1)!);
  const last = await findSeal(trx, coverage.lastSealId);
  const seal = {
    id: coverage.lastSealId + 1,
    factCount: facts.length,
    settledThrough: Math.max(coverage.settledThrough, whole),
    previousHash: last?.hash ?? firstHash(await getInstallationUuid(trx)),
  };
  await insertSeal(trx, {
    ...seal,
    facts: toRanges(ids),
    factHashes: Buffer.concat(hashes.map((hash) => hash.subarray(0, PREFIX))),
    hash: sealHash({ ...seal, sealedAt: `${sealedAt.getTime()}000` }, hashes),
    sealedAt,
  });
}
