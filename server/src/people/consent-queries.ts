import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { ConsentRow } from './consent-verdict.ts';

export async function listConsentRows(
  trx: ScopedTransaction,
  of: { personIds: readonly number[]; organisationId?: number },
): Promise<ConsentRow[]> {
  return trx
    .selectFrom('consent')
    .where('person_id', 'in', [...of.personIds])
    .$if(of.organisationId !== undefined, (query) =>
      query.where('organisation_id', '=', of.organisationId!),
    )
    .select([
      'person_id as personId',
      'id',
      'organisation_id as organisationId',
      'purpose',
      'data_kinds as dataKinds',
      'wording_version as wordingVersion',
      'given_at as givenAt',
      'expires_at as expiresAt',
      'withdrawn_at as withdrawnAt',
    ])
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function insertConsent(
  trx: ScopedTransaction,
  actor: Actor,
  consent: Pick<
    ConsentRow,
    'personId' | 'organisationId' | 'purpose' | 'dataKinds' | 'wordingVersion' | 'expiresAt'
  >,
): Promise<number> {
  const { id } = await trx
    .insertInto('consent')
    .values({
      person_id: consent.personId,
      purpose: consent.purpose,
      organisation_id: consent.organisationId,
      data_kinds: [...consent.dataKinds],
      wording_version: consent.wordingVersion,
      given_by_actor_id: actor.id,
      expires_at: consent.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

type RowId = Pick<ConsentRow, 'personId' | 'id'>;

/** Those of the rows that had not been withdrawn before. */
export async function withdrawConsents(
  trx: ScopedTransaction,
  rows: readonly RowId[],
): Promise<number> {
  const { numAffectedRows } = await sql`update consent set withdrawn_at = now()
    where withdrawn_at is null and (person_id, id) in (${listed(rows)})`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

export async function deleteConsents(
  trx: ScopedTransaction,
  rows: readonly RowId[],
): Promise<void> {
  await sql`delete from consent where (person_id, id) in (${listed(rows)})`.execute(trx);
}

function listed(rows: readonly RowId[]) {
  return sql`select * from unnest(${rows.map((row) => row.personId)}::int8[], ${rows.map((row) => row.id)}::int8[])`;
}
