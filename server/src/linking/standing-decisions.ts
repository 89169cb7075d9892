import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Verdict } from './contract.ts';

/**
 * What people have decided, as a query: per (normalised, competency_id) the last decision that nobody
 * has undone, with its id, verdict, act, actor_id and decided_at.
 */
export const standingDecisions = sql`
  select distinct on (d.normalised, d.competency_id)
         d.normalised, d.competency_id, d.id, d.verdict, coalesce(d.act, d.verdict) as act, d.actor_id, d.part_of, d.decided_at
    from decision d
   where d.verdict <> 'undo' and not exists (select from decision u where u.undoes_id = d.id)
   order by d.normalised, d.competency_id, d.id desc`;

/**
 * For whoever writes new links, before it puts people's decisions on them: until its transaction ends
 * nobody decides, so no decision falls between the reading and the commit.
 */
export async function holdDecisions(trx: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended('decisions', 0))`.execute(trx);
}

/** For whoever decides: people decide one after the other, and not while new links are being committed. */
export async function lockDecisions(trx: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('decisions', 0))`.execute(trx);
}

export async function readStandingDecisions(
  db: Kysely<DB>,
): Promise<{ normalised: string; competencyId: number; verdict: Verdict }[]> {
  const { rows } = await sql<{ normalised: string; competencyId: number; verdict: Verdict }>`
    select normalised, competency_id as "competencyId", verdict
      from (${standingDecisions}) standing`.execute(db);
  return rows;
}

/**
 * Moves whenever people gave texts a phrase that nobody had listed, or took a word back: links that are made of
 * decisions read before are not those of today. 0: nobody has.
 */
export async function phrasesRevision(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select id from decision where act in ('replace', 'add') or verdict = 'undo' order by id desc limit 1`.execute(
    db,
  );
  return rows[0]?.id ?? 0;
}
