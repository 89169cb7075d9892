import { sql } from 'kysely';
import { dateOf } from '../dates.ts';
import type { Doors } from '../doors.ts';
import { dataOf, type Holding } from '../holding.ts';

interface Row {
  personId: number;
  id: string;
  organisationId: number;
  name: string | null;
  email: string | null;
  invitedAt: Date;
  endedAt: Date | null;
}

/** Invitations meant for the person: by their id, or by the address of their account. */
export function invitationHolding(doors: Pick<Doors, 'deleteInvitations'>): Holding {
  return {
    code: 'invitation',
    fate: 'erased',
    async list(trx, personIds) {
      const ids = [...personIds];
      const { rows } = await sql<Row>`
        select distinct on (i.id) p.id as "personId", i.id, i.organisation_id as "organisationId", i.full_name as name,
               i.email, i.invited_at as "invitedAt", coalesce(i.accepted_at, i.revoked_at) as "endedAt"
          from unnest(${ids}::int8[]) as p (id)
          left join account a on a.person_id = p.id
          join invitation i on i.person_id = p.id or i.accepted_person_id = p.id or i.email = a.email
         order by i.id`.execute(trx);
      return rows.map((row) => ({
        personId: row.personId,
        id: row.id,
        organisationId: row.organisationId,
        since: dateOf(row.invitedAt),
        endedOn: row.endedAt && dateOf(row.endedAt),
        data: dataOf({ name: row.name, email: row.email, start: dateOf(row.invitedAt) }),
      }));
    },
    async erase(trx, _actor, items) {
      await doors.deleteInvitations(
        trx,
        items.map(({ id }) => id),
      );
    },
  };
}
