import { dateOf } from '../dates.ts';
import type { Doors } from '../doors.ts';
import { dataOf, type Holding } from '../holding.ts';

/** What organisations say of the person who belongs, or belonged, to them. */
export function affiliationHolding(
  doors: Pick<Doors, 'endAffiliation' | 'deleteAffiliations'>,
): Holding {
  return {
    code: 'affiliation',
    fate: 'erased',
    async list(trx, personIds) {
      const rows = await trx
        .selectFrom('affiliation as a')
        .leftJoin('organisation_unit as u', 'u.id', 'a.unit_id')
        .selectAll('a')
        .select('u.name as unit')
        .where('a.person_id', 'in', [...personIds])
        .orderBy('a.organisation_id')
        .orderBy('a.id')
        .execute();
      return rows.map((row) => ({
        personId: row.person_id,
        id: String(row.id),
        organisationId: row.organisation_id,
        since: row.start_on ?? dateOf(row.recorded_at),
        endedOn: row.end_on,
        data: dataOf({
          name: row.full_name,
          'person-code': row.person_code,
          email: row.email,
          phone: row.phone,
          position: row.position_title,
          unit: row.unit,
          start: row.start_on,
          end: row.end_on,
        }),
      }));
    },
    async end(trx, actor, items) {
      const today = dateOf(new Date());
      for (const { personId, id, endedOn } of items) {
        if (endedOn !== null && endedOn <= today) continue;
        await doors.endAffiliation(trx, actor, personId, Number(id));
      }
    },
    async erase(trx, _actor, items) {
      await doors.deleteAffiliations(
        trx,
        items.map(({ personId, id }) => ({ personId, id: Number(id) })),
      );
    },
  };
}
