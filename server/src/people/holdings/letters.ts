import { sql } from 'kysely';
import { dateOf } from '../dates.ts';
import type { Doors } from '../doors.ts';
import { dataOf, type Holding } from '../holding.ts';

/** Letters that still carry the address: not sent yet, or not to be delivered. */
export function letterHolding(doors: Pick<Doors, 'deleteLetters'>): Holding {
  return {
    code: 'letter',
    fate: 'erased',
    async list(trx, personIds) {
      const ids = [...personIds];
      const { rows } = await sql<{ personId: number; id: number; subject: string; at: Date }>`
        with address as (
          select person_id, email from account where person_id = any (${ids}::int8[])
          union select person_id, email from affiliation where person_id = any (${ids}::int8[])
        )
        select distinct on (l.id) address.person_id as "personId", l.id, l.subject, l.created_at as at
          from address join letter l on l.recipient = address.email order by l.id`.execute(trx);
      return rows.map(({ personId, id, subject, at }) => ({
        personId,
        id: String(id),
        organisationId: null,
        since: dateOf(at),
        endedOn: null,
        data: dataOf({ subject, start: dateOf(at) }),
      }));
    },
    async erase(trx, _actor, items) {
      await doors.deleteLetters(
        trx,
        items.map(({ id }) => Number(id)),
      );
    },
  };
}
