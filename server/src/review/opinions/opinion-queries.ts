import { randomBytes } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Actor } from '#src/actors/actor.ts';
import { isChosen } from './chosen.ts';
import type { Agreement, Opinion } from './contract.ts';

/** Made once, before the first question; whoever comes second finds it. */
export async function ensureSalt(db: Kysely<DB>): Promise<void> {
  await db
    .insertInto('second_opinion_salt')
    .values({ salt: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Decisions that an actor may be asked about: chosen, standing, without an opinion so far, not made to
 * settle a disagreement, and about a pair of which the actor has said nothing yet.
 */
function askable(actorId: number) {
  return sql`
    select d.id, d.normalised, d.competency_id
      from decision d
     where d.verdict <> 'undo' and ${isChosen(sql`d.id`)}
       and not exists (select from decision u where u.undoes_id = d.id)
       and not exists (select from second_opinion o where o.decision_id = d.id)
       and not exists (select from second_opinion o where o.settled_by_id = d.id)
       and not exists (select from decision mine
                        where mine.normalised = d.normalised and mine.competency_id = d.competency_id
                          and mine.actor_id = ${actorId})
       and not exists (select from second_opinion mine join decision of on of.id = mine.decision_id
                        where of.normalised = d.normalised and of.competency_id = d.competency_id
                          and mine.actor_id = ${actorId})`;
}

export interface AskedRow {
  decisionId: number;
  normalised: string;
  competencyId: number;
}

/** In an order of their own, so that the time of a decision says nothing about who made it. */
export async function listAsked(
  db: Kysely<DB>,
  actorId: number,
  limit: number,
): Promise<AskedRow[]> {
  const { rows } = await sql<AskedRow>`
    select id as "decisionId", normalised, competency_id as "competencyId"
      from (${askable(actorId)}) asked order by md5(id::text), id limit ${limit}`.execute(db);
  return rows;
}

export async function countAsked(db: Kysely<DB>, actorId: number): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int4 as waiting from (${askable(actorId)}) asked`.execute(db);
  return rows[0]!.waiting;
}

export async function isAsked(
  db: Kysely<DB>,
  actorId: number,
  decisionId: number,
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    select id from (${askable(actorId)}) asked where id = ${decisionId}`.execute(db);
  return rows.length > 0;
}

export async function insertOpinion(
  trx: Transaction<DB>,
  actor: Actor,
  { decisionId, verdict }: { decisionId: number; verdict: Opinion },
): Promise<number> {
  const { id } = await trx
    .insertInto('second_opinion')
    .values({
      decision_id: decisionId,
      verdict,
      actor_id: actor.id,
      owner_organisation_id: actor.organisationId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What two people said of the same pairs; decisions that were undone are left out. */
export async function countAgreement(db: Kysely<DB>): Promise<Agreement['table']> {
  const { rows } = await sql<Agreement['table']>`
    select (count(*) filter (where a and b))::int4 as "bothAccept",
           (count(*) filter (where a and not b))::int4 as "onlyFirstAccepts",
           (count(*) filter (where not a and b))::int4 as "onlySecondAccepts",
           (count(*) filter (where not a and not b))::int4 as "bothReject"
      from (select d.verdict = 'accept' as a, o.verdict = 'accept' as b
              from second_opinion o join decision d on d.id = o.decision_id
             where not exists (select from decision u where u.undoes_id = d.id)) said`.execute(db);
  return rows[0]!;
}

/** Opposed verdicts of which nobody has decided anything since. */
const open = sql`
  select o.id, d.normalised, d.competency_id, d.verdict as first, o.verdict as second, o.given_at
    from second_opinion o join decision d on d.id = o.decision_id
   where (d.verdict = 'accept') <> (o.verdict = 'accept') and o.settled_by_id is null
     and not exists (select from decision u where u.undoes_id = d.id)
     and not exists (select from decision later
                      where later.normalised = d.normalised
                        and later.competency_id = d.competency_id
                        and later.id > d.id and later.decided_at > o.given_at)`;

export interface OpenRow {
  id: number;
  normalised: string;
  competencyId: number;
  first: string;
  second: Opinion;
  givenAt: Date;
}

export async function listOpen(db: Kysely<DB>, limit: number): Promise<OpenRow[]> {
  const { rows } = await sql<OpenRow>`
    select id, normalised, competency_id as "competencyId", first, second, given_at as "givenAt"
      from (${open}) open order by given_at, id limit ${limit}`.execute(db);
  return rows;
}

export async function countOpen(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int4 as total from (${open}) open`.execute(db);
  return rows[0]!.total;
}

export async function findOpen(db: Kysely<DB>, id: number): Promise<AskedRow | undefined> {
  const { rows } = await sql<AskedRow>`
    select id as "decisionId", normalised, competency_id as "competencyId"
      from (${open}) open where id = ${id}`.execute(db);
  return rows[0];
}

export async function setSettled(
  trx: Transaction<DB>,
  id: number,
  decisionId: number,
): Promise<void> {
  await trx
    .updateTable('second_opinion')
    .set({ settled_by_id: decisionId })
    .where('id', '=', id)
    .execute();
}
