import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';

export interface AffiliationRow {
  id: number;
  organisationId: number;
  unit: string | null;
  position: string | null;
  fullName: string;
  personCode: string | null;
  email: string | null;
  phone: string | null;
  startOn: string | null;
  endOn: string | null;
}

/** What these organisations say of a person; or, with `but`, what all the others say. */
export async function listAffiliationRows(
  trx: ScopedTransaction,
  personIds: readonly number[],
  whose: { of: readonly number[] } | { but: readonly number[] },
): Promise<AffiliationRow[]> {
  const [list, wanted] = 'of' in whose ? [whose.of, true] : [whose.but, false];
  const { rows } = await sql<AffiliationRow>`
    select a.id, a.organisation_id as "organisationId", u.name as unit, a.position_title as position,
           a.full_name as "fullName", a.person_code as "personCode", a.email, a.phone,
           a.start_on as "startOn", a.end_on as "endOn"
      from affiliation a left join organisation_unit u on u.id = a.unit_id
     where a.person_id = any (${[...personIds]}::int8[])
       and (a.organisation_id = any (${[...list]}::int4[])) = ${wanted}
     order by a.end_on nulls first, a.id`.execute(trx);
  return rows;
}

export async function listStandingRoles(
  trx: ScopedTransaction,
  personIds: readonly number[],
  but: readonly number[],
): Promise<{ organisationId: number; role: string }[]> {
  const { rows } = await sql<{ organisationId: number; role: string }>`
    select distinct organisation_id as "organisationId", role from role_grant
     where person_id = any (${[...personIds]}::int8[]) and organisation_id <> all (${[...but]}::int4[])
       and revoked_at is null and (expires_at is null or expires_at > now())
     order by 1, 2`.execute(trx);
  return rows;
}

export async function findName(
  trx: ScopedTransaction,
  personId: number,
): Promise<{ displayName: string; language: 'vi' | 'en' } | undefined> {
  const row = await trx
    .selectFrom('person')
    .select(['display_name as displayName', 'language'])
    .where('person_id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, language: row.language === 'en' ? 'en' : 'vi' };
}

/** Changes what the person says of themselves. */
export async function updateProfile(
  trx: ScopedTransaction,
  personId: number,
  change: { displayName: string; language: 'vi' | 'en' },
): Promise<void> {
  await trx
    .updateTable('person')
    .set({ display_name: change.displayName, language: change.language })
    .where('person_id', '=', personId)
    .execute();
}
