import { sql, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { EndKind } from './contract.ts';

/** Of a row that began with this decision; rows that stood have theirs from writeVerdicts. */
export async function insertDecision(
  trx: Transaction<DB>,
  actor: Actor,
  { batch, crosswalkId, revision }: { batch: string; crosswalkId: number; revision: number },
): Promise<void> {
  await trx
    .insertInto('crosswalk_decision')
    .values({ batch, crosswalk_id: crosswalkId, actor_id: actor.id, revision, before: null })
    .execute();
}

export interface Taken {
  id: number;
  crosswalkId: number;
  actorId: number;
  kind: EndKind;
  from: number;
  to: number;
  /** the row has not changed since */
  stands: boolean;
  made: boolean;
}

/** The decisions of a batch that have not been taken back, their crosswalks locked. */
export async function lockBatch(trx: Transaction<DB>, batch: string): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    select d.id, d.crosswalk_id as "crosswalkId", d.actor_id as "actorId",
           case when x.from_role_id is null then 'competency' else 'role' end as kind,
           coalesce(x.from_role_id, x.from_competency_id) as from,
           coalesce(x.to_role_id, x.to_competency_id) as to,
           x.revision = d.revision as stands, d.before is null as made
      from crosswalk_decision d join crosswalk x on x.id = d.crosswalk_id
     where d.batch = ${batch}::uuid and d.undone_at is null
     order by x.id for update of x`.execute(trx);
  return rows;
}

/** Puts rows back to what they said before these decisions; those that began with one go. */
export async function takeBack(trx: Transaction<DB>, taken: readonly Taken[]): Promise<void> {
  const ids = taken.filter(({ made }) => !made).map(({ id }) => id);
  await sql`
    update crosswalk x
       set relation = d.before ->> 'relation', status = d.before ->> 'status', note = d.before ->> 'note',
           decided_by_actor_id = (d.before ->> 'decidedBy')::int4,
           decided_at = (d.before ->> 'decidedAt')::timestamptz, revision = x.revision + 1
      from crosswalk_decision d
     where d.id = any(${ids}::int4[]) and x.id = d.crosswalk_id`.execute(trx);
  await sql`
    update crosswalk_decision set undone_at = now() where id = any(${ids}::int4[])`.execute(trx);
  const made = taken.filter((one) => one.made).map(({ crosswalkId }) => crosswalkId);
  if (made.length === 0) return;
  await trx.deleteFrom('crosswalk').where('id', 'in', made).execute();
}
