import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';

export interface ActiveMember {
  personId: number;
  affiliationId: number;
  unitId: number | null;
  fullName: string;
  personCode: string | null;
  email: string | null;
}

/** The membership of a person that has not ended. Throws not-found. */
export async function getActiveMember(
  trx: ScopedTransaction,
  organisationId: number,
  personId: number,
): Promise<ActiveMember> {
  const found = await findActiveMember(trx, organisationId, [personId]);
  if (!found) throw new Problem('not-found', { what: `#${personId}` });
  return found;
}

export async function findActiveMember(
  trx: ScopedTransaction,
  organisationId: number,
  personIds: readonly number[],
): Promise<ActiveMember | undefined> {
  const { rows } = await sql<ActiveMember>`
    select person_id as "personId", id as "affiliationId", unit_id as "unitId", full_name as "fullName",
      person_code as "personCode", email
      from affiliation
     where organisation_id = ${organisationId} and person_id = any (${[...personIds]}::int8[])
       and (end_on is null or end_on > current_date)
     order by id desc limit 1`.execute(trx);
  return rows[0];
}

/** Who bears a code in the organisation at present. */
export async function findMemberByCode(
  trx: ScopedTransaction,
  organisationId: number,
  personCode: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ personId: number }>`
    select person_id as "personId" from affiliation
     where organisation_id = ${organisationId} and person_code = ${personCode}
       and (end_on is null or end_on > current_date)
     limit 1`.execute(trx);
  return rows[0]?.personId;
}

/** A member without an account who is known by this address, where it is exactly one. */
export async function findUnclaimedByEmail(
  trx: ScopedTransaction,
  organisationId: number,
  email: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ personId: number }>`
    select distinct f.person_id as "personId" from affiliation f
     where f.organisation_id = ${organisationId} and f.email = ${email}
       and (f.end_on is null or f.end_on > current_date)
       and not exists (select from account a where a.person_id = any (person_group(f.person_id)))
     limit 2`.execute(trx);
  return rows.length === 1 ? rows[0]!.personId : undefined;
}
