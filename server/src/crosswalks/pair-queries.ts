import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { Pair } from './compared-frameworks.ts';
import type { CrosswalkStatus, EndKind, Relation } from './contract.ts';
import { gatherPairs, type CrosswalkRow, type PairRows } from './pairs.ts';

const columns = (kind: EndKind) => sql`
  x.id, x.uuid, x.${sql.ref(`from_${kind}_id`)} as "fromId", x.${sql.ref(`to_${kind}_id`)} as "toId", x.relation,
  x.confidence, x.source, x.grounds, x.status, x.decided_by_actor_id as "decidedByActorId",
  x.decided_at as "decidedAt", x.proposed_at as "proposedAt", x.note, x.revision`;

/** Everything said between two frameworks, gathered by the two items that it is about. */
export async function listPairs(
  db: Kysely<DB>,
  { kind, from, to }: Pair,
  lock: RawBuilder<unknown> = sql``,
): Promise<PairRows[]> {
  const { rows } = await sql<CrosswalkRow & { ownSide: boolean }>`
    select ${columns(kind)}, a.framework_id = ${from.id} as "ownSide"
      from crosswalk x
      join ${sql.table(kind)} a on a.id = x.${sql.ref(`from_${kind}_id`)}
      join ${sql.table(kind)} b on b.id = x.${sql.ref(`to_${kind}_id`)}
     where (a.framework_id = ${from.id} and b.framework_id = ${to.id})
        or (a.framework_id = ${to.id} and b.framework_id = ${from.id})
     order by x.id ${lock}`.execute(db);
  const own = new Set(rows.filter(({ ownSide }) => ownSide).map(({ id }) => id));
  return gatherPairs(rows, ({ id }) => own.has(id));
}

/** Everything said of some items, each pair seen from the one of them that was asked about. */
export async function listPairsOf(
  db: Kysely<DB>,
  kind: EndKind,
  ids: readonly number[],
): Promise<PairRows[]> {
  const asked = sql`any(${[...ids]}::int4[])`;
  const side = (own: 'from' | 'to') => sql`
    select ${columns(kind)} from crosswalk x where x.${sql.ref(`${own}_${kind}_id`)} = ${asked}`;
  const { rows } = await sql<CrosswalkRow>`
    ${side('from')} union ${side('to')} order by id`.execute(db);
  const own = new Set(ids);
  return gatherPairs(rows, ({ fromId }) => own.has(fromId));
}

/** Two people who decide about the same two items wait for each other. */
export async function lockPair(
  trx: Transaction<DB>,
  { kind, from, to }: { kind: EndKind; from: number; to: number },
): Promise<PairRows> {
  const key = `crosswalk ${kind} ${Math.min(from, to)} ${Math.max(from, to)}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
  return findPair(trx, { kind, from, to });
}

export async function findPair(
  db: Kysely<DB>,
  { kind, from, to }: { kind: EndKind; from: number; to: number },
): Promise<PairRows> {
  const [one, other] = [sql.ref(`x.from_${kind}_id`), sql.ref(`x.to_${kind}_id`)];
  const { rows } = await sql<CrosswalkRow>`
    select ${columns(kind)} from crosswalk x
     where (${one} = ${from} and ${other} = ${to}) or (${one} = ${to} and ${other} = ${from})
     order by x.id`.execute(db);
  return gatherPairs(rows, ({ fromId }) => fromId === from)[0] ?? { from, to, rows: [] };
}

export interface NewRow {
  kind: EndKind;
  from: number;
  to: number;
  relation: Relation;
  status: CrosswalkStatus;
  confidence: number | null;
  source: string;
  note: string | null;
  /** a person has decided it, and who */
  decided: boolean;
}

export async function insertRow(trx: Transaction<DB>, actor: Actor, row: NewRow): Promise<number> {
  const ends =
    row.kind === 'competency'
      ? { from_competency_id: row.from, to_competency_id: row.to }
      : { from_role_id: row.from, to_role_id: row.to };
  const { id } = await trx
    .insertInto('crosswalk')
    .values({
      ...ends,
      relation: row.relation,
      status: row.status,
      confidence: row.confidence,
      source: row.source,
      note: row.note,
      owner_organisation_id: actor.organisationId,
      proposed_by_actor_id: actor.id,
      decided_by_actor_id: row.decided ? actor.id : null,
      decided_at: row.decided ? new Date() : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface Verdict {
  id: number;
  relation: Relation;
  status: CrosswalkStatus;
}

/**
 * Writes a person's word on rows and keeps what they said before. `note`: undefined leaves the notes as
 * they are. Gives the number of rows whose revision was still the one that was seen.
 */
export async function writeVerdicts(
  trx: Transaction<DB>,
  actor: Actor,
  batch: string,
  verdicts: readonly (Verdict & { revision: number })[],
  note?: string | null,
): Promise<number> {
  const wanted = sql`
    jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb)
      as w (id int4, relation text, status text, revision int4)`;
  const { rows } = await sql<{ id: number }>`
    with old as (
      select x.id, x.relation, x.status, x.note, x.decided_by_actor_id, x.decided_at
        from crosswalk x join ${wanted} on w.id = x.id and w.revision = x.revision
         for update of x),
    decided as (
      update crosswalk x
         set relation = w.relation, status = w.status, decided_by_actor_id = ${actor.id},
             decided_at = now(), revision = x.revision + 1,
             note = ${note === undefined ? sql`x.note` : sql`${note}::text`}
        from ${wanted}, old
       where x.id = w.id and old.id = x.id
      returning x.id, x.revision)
    insert into crosswalk_decision (batch, crosswalk_id, actor_id, before, revision)
    select ${batch}::uuid, d.id, ${actor.id},
           jsonb_build_object('relation', o.relation, 'status', o.status, 'note', o.note,
             'decidedBy', o.decided_by_actor_id, 'decidedAt', o.decided_at),
           d.revision
      from decided d join old o on o.id = d.id
    returning crosswalk_id as id`.execute(trx);
  return rows.length;
}
