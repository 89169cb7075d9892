import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { AffiliationContent } from './affiliation.ts';

/** What a roster said of somebody who had no account yet. */
export type RosterEntry = AffiliationContent;

/** Ends the entry and gives back what stood in it; undefined where it has ended already. */
export async function leaveRosterEntry(
  trx: ScopedTransaction,
  organisationId: number,
  personId: number,
): Promise<RosterEntry | undefined> {
  const { rows } = await sql<RosterEntry>`
    update affiliation set end_on = current_date, updated_at = now()
     where organisation_id = ${organisationId} and person_id = ${personId}
       and (end_on is null or end_on > current_date)
    returning full_name as "fullName", person_code as "personCode", email, phone,
      position_title as "positionTitle", unit_id as "unitId", start_on as "startOn"`.execute(trx);
  return rows[0];
}
