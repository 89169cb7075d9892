import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { OpenMerges } from './merge-rules.ts';

export interface MergeRow {
  personId: number;
  id: number;
  intoPersonId: number;
  reason: string;
  proposedBy: number;
  /** The person who proposed it, under the id of their account. */
  proposedByPerson: number | null;
  proposedAt: Date;
  confirmedAt: Date | null;
  refusedAt: Date | null;
  undoneAt: Date | null;
}

/** Those in which one of the persons takes part, or all; the latest first. */
export async function listMergeRows(
  trx: ScopedTransaction,
  of: { personIds: readonly number[] } | 'all',
): Promise<MergeRow[]> {
  const whose =
    of === 'all'
      ? sql`true`
      : sql`(m.person_id = any (${[...of.personIds]}::int8[]) or into_person_id = any (${[...of.personIds]}::int8[]))`;
  const { rows } = await sql<MergeRow>`
    select m.person_id as "personId", m.id, into_person_id as "intoPersonId", reason,
           proposed_by_actor_id as "proposedBy", actor.person_id as "proposedByPerson", proposed_at as "proposedAt", confirmed_at as "confirmedAt", refused_at as "refusedAt", undone_at as "undoneAt"
      from person_merge m join actor on actor.id = m.proposed_by_actor_id
     where ${whose} order by m.id desc limit 500`.execute(trx);
  return rows;
}

export async function findMergeRow(
  trx: ScopedTransaction,
  { personId, id }: { personId: number; id: number },
): Promise<MergeRow | undefined> {
  const rows = await listMergeRows(trx, { personIds: [personId] });
  return rows.find((row) => row.personId === personId && row.id === id);
}

export async function insertMerge(
  trx: ScopedTransaction,
  actor: Actor,
  merge: { personId: number; intoPersonId: number; reason: string },
): Promise<number> {
  const { id } = await trx
    .insertInto('person_merge')
    .values({
      person_id: merge.personId,
      into_person_id: merge.intoPersonId,
      reason: merge.reason,
      proposed_by_actor_id: actor.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setMerge(
  trx: ScopedTransaction,
  actor: Actor,
  { personId, id }: Pick<MergeRow, 'personId' | 'id'>,
  event: 'confirmed' | 'refused' | 'undone',
): Promise<void> {
  const now = new Date();
  const change = {
    confirmed: { confirmed_at: now, confirmed_by_actor_id: actor.id },
    refused: { refused_at: now },
    undone: { undone_at: now, undone_by_actor_id: actor.id },
  }[event];
  await trx
    .updateTable('person_merge')
    .set(change)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .execute();
}

/**
 * Nothing is left to answer about people who are erased, and the reason, which is written freely and
 * may name somebody, goes.
 */
export async function closeMergesOf(
  trx: ScopedTransaction,
  personIds: readonly number[],
): Promise<void> {
  const ids = [...personIds];
  await sql`update person_merge set reason = '',
      refused_at = case when confirmed_at is null then coalesce(refused_at, now()) else refused_at end
    where person_id = any (${ids}::int8[]) or into_person_id = any (${ids}::int8[])`.execute(trx);
}

/** What is proposed or confirmed around these persons. */
export async function openMerges(
  trx: ScopedTransaction,
  personIds: readonly number[],
): Promise<OpenMerges> {
  const rows = await listMergeRows(trx, { personIds });
  const open = rows.filter((row) => row.refusedAt === null && row.undoneAt === null);
  return {
    aliases: open.map((row) => row.personId),
    roots: open.map((row) => row.intoPersonId),
  };
}

/** Which of the persons sign in by themselves. */
export async function withAccount(
  trx: ScopedTransaction,
  personIds: readonly number[],
): Promise<Set<number>> {
  const rows = await trx
    .selectFrom('account')
    .select('person_id as personId')
    .where('person_id', 'in', [...personIds])
    .execute();
  return new Set(rows.map(({ personId }) => personId!));
}

/** Whose account signs in with the address; undefined where none does. */
export async function personOfEmail(
  trx: ScopedTransaction,
  email: string,
): Promise<number | undefined> {
  const row = await trx
    .selectFrom('account')
    .select('person_id as personId')
    .where('email', '=', email.normalize('NFKC').trim().toLowerCase())
    .where('email_verified', '=', true)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row?.personId ?? undefined;
}

/** Whether each of the persons belongs to one of the organisations at present. */
export async function bothBelong(
  trx: ScopedTransaction,
  personIds: readonly number[],
  organisationIds: readonly number[],
): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct person_id)::int as count from affiliation
     where person_id = any (${[...personIds]}::int8[]) and organisation_id = any (${[...organisationIds]}::int4[])
       and (end_on is null or end_on > current_date)`.execute(trx);
  return rows[0]!.count === new Set(personIds).size;
}
