import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { AffiliationContent } from './affiliation.ts';
import { lockOrganisation } from './lock-organisation.ts';

export async function insertAffiliation(
  trx: ScopedTransaction,
  actorId: number,
  row: Partial<AffiliationContent> & { personId: number; organisationId: number; fullName: string },
): Promise<number> {
  const { id } = await trx
    .insertInto('affiliation')
    .values({
      person_id: row.personId,
      organisation_id: row.organisationId,
      full_name: row.fullName,
      person_code: row.personCode ?? null,
      email: row.email ?? null,
      phone: row.phone ?? null,
      position_title: row.positionTitle ?? null,
      unit_id: row.unitId ?? null,
      start_on: row.startOn ?? null,
      recorded_by_actor_id: actorId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface LockedAffiliation extends AffiliationContent {
  organisationId: number;
  endOn: string | null;
  ended: boolean;
}

/**
 * With its organisation, which every act of this room locks first, so that none waits for another in a
 * ring. Undefined: there is none, or none that the transaction may see.
 */
export async function lockAffiliation(
  trx: ScopedTransaction,
  personId: number,
  id: number,
): Promise<LockedAffiliation | undefined> {
  const seen = await trx
    .selectFrom('affiliation')
    .select('organisation_id')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!seen) return undefined;
  await lockOrganisation(trx, seen.organisation_id);
  const { rows } = await sql<LockedAffiliation>`
    select organisation_id as "organisationId", full_name as "fullName", person_code as "personCode",
      email, phone, position_title as "positionTitle", unit_id as "unitId", start_on as "startOn",
      end_on as "endOn", coalesce(end_on <= current_date, false) as ended
      from affiliation where person_id = ${personId} and id = ${id} for update`.execute(trx);
  return rows[0];
}

export async function updateAffiliationRow(
  trx: ScopedTransaction,
  personId: number,
  id: number,
  changes: Partial<AffiliationContent> & { endOn?: string },
): Promise<void> {
  await trx
    .updateTable('affiliation')
    .set({
      full_name: changes.fullName,
      person_code: changes.personCode,
      email: changes.email,
      phone: changes.phone,
      position_title: changes.positionTitle,
      unit_id: changes.unitId,
      start_on: changes.startOn,
      end_on: changes.endOn,
      updated_at: new Date(),
    })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .execute();
}
