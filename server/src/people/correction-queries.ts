import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { AffiliationField, NewCorrection } from './contract.ts';

export interface CorrectionRow {
  personId: number;
  id: number;
  organisationId: number;
  affiliationId: number;
  field: AffiliationField;
  present: string | null;
  wanted: string;
  reason: string;
  requestedAt: Date;
  verdict: 'accepted' | 'refused' | 'withdrawn' | null;
  answer: string | null;
  decidedAt: Date | null;
}

/** Of these persons, or the open ones at these organisations; the latest first. */
export async function listCorrectionRows(
  trx: ScopedTransaction,
  of: { personIds: readonly number[] } | { openAt: readonly number[] },
): Promise<CorrectionRow[]> {
  const whose =
    'personIds' in of
      ? sql`c.person_id = any (${[...of.personIds]}::int8[])`
      : sql`c.organisation_id = any (${[...of.openAt]}::int4[]) and c.verdict is null`;
  const { rows } = await sql<CorrectionRow>`
    select c.person_id as "personId", c.id, c.organisation_id as "organisationId", c.affiliation_id as "affiliationId",
           c.field, case c.field when 'full_name' then a.full_name when 'person_code' then a.person_code
             when 'email' then a.email when 'phone' then a.phone else a.position_title end as present,
           c.wanted, c.reason, c.requested_at as "requestedAt", c.verdict, c.answer, c.decided_at as "decidedAt"
      from correction_request c
      left join affiliation a on a.person_id = c.person_id and a.id = c.affiliation_id
     where ${whose} order by c.requested_at desc, c.id desc limit 500`.execute(trx);
  return rows;
}

export async function findAffiliation(
  trx: ScopedTransaction,
  personIds: readonly number[],
  affiliationId: number,
): Promise<{ personId: number; organisationId: number } | undefined> {
  return trx
    .selectFrom('affiliation')
    .select(['person_id as personId', 'organisation_id as organisationId'])
    .where('person_id', 'in', [...personIds])
    .where('id', '=', affiliationId)
    .executeTakeFirst();
}

/** Locks the affiliation's open request on the field, where there is one. */
export async function isOpen(
  trx: ScopedTransaction,
  personId: number,
  affiliationId: number,
  field: AffiliationField,
): Promise<boolean> {
  const row = await trx
    .selectFrom('correction_request')
    .select('id')
    .where('person_id', '=', personId)
    .where('affiliation_id', '=', affiliationId)
    .where('field', '=', field)
    .where('verdict', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertCorrection(
  trx: ScopedTransaction,
  wanted: NewCorrection & { personId: number; organisationId: number },
): Promise<number> {
  const { id } = await trx
    .insertInto('correction_request')
    .values({
      person_id: wanted.personId,
      organisation_id: wanted.organisationId,
      affiliation_id: wanted.affiliationId,
      field: wanted.field,
      wanted: wanted.wanted,
      reason: wanted.reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Whether it was still open; a request is decided once. */
export async function closeCorrections(
  trx: ScopedTransaction,
  actor: Actor,
  { personId, id }: { personId: number; id: number },
  verdict: 'accepted' | 'refused' | 'withdrawn',
  answer: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('correction_request')
    .set({ verdict, answer, decided_at: new Date(), decided_by_actor_id: actor.id })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where('verdict', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteCorrections(
  trx: ScopedTransaction,
  rows: readonly { personId: number; id: number }[],
): Promise<void> {
  await sql`delete from correction_request where (person_id, id) in (
    select * from unnest(${rows.map(({ personId }) => personId)}::int8[], ${rows.map(({ id }) => id)}::int8[]))`.execute(
    trx,
  );
}
