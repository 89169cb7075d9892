import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';

export interface LockedOrganisation {
  id: number;
  kind: DB['organisation']['kind'];
  /** the first day on which it no longer is */
  validTo: string | null;
  ended: boolean;
}

/**
 * Whoever changes roles or members of an organisation holds its row until they are done, so that two
 * administrators who remove each other are taken one after the other. Rows that merely name the
 * organisation do not wait. Throws not-found.
 */
export async function lockOrganisation(
  trx: Transaction<DB>,
  id: number,
): Promise<LockedOrganisation> {
  const { rows } = await sql<LockedOrganisation>`
    select id, kind, valid_to as "validTo", coalesce(valid_to <= current_date, false) as ended
      from organisation where id = ${id} for no key update`.execute(trx);
  if (!rows[0]) throw new Problem('not-found', { what: `#${id}` });
  return rows[0];
}

/** The same, of one that has not ended. Throws not-found, organisation-ended. */
export async function lockOpenOrganisation(
  trx: Transaction<DB>,
  id: number,
): Promise<LockedOrganisation> {
  const organisation = await lockOrganisation(trx, id);
  if (organisation.ended) throw new Problem('organisation-ended', { date: organisation.validTo });
  return organisation;
}
