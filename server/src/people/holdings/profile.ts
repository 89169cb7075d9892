import { sql } from 'kysely';
import { dateOf } from '../dates.ts';
import { dataOf, type Holding } from '../holding.ts';
import { valueWords } from '../value-words.ts';

export const profileHolding: Holding = {
  code: 'profile',
  fate: 'erased',
  async list(trx, personIds) {
    const rows = await trx
      .selectFrom('person')
      .selectAll()
      .where('person_id', 'in', [...personIds])
      .where('erased_at', 'is', null)
      .orderBy('person_id')
      .execute();
    return rows.map((row) => ({
      personId: row.person_id,
      id: String(row.person_id),
      organisationId: null,
      since: dateOf(row.created_at),
      endedOn: null,
      data: dataOf({
        name: row.display_name,
        language: row.language === 'en' ? valueWords.en : valueWords.vi,
      }),
    }));
  },
  async erase(trx, _actor, items) {
    const ids = items.map(({ personId }) => personId);
    await trx
      .updateTable('person')
      .set({ display_name: '', erased_at: sql<Date>`now()` })
      .where('person_id', 'in', ids)
      .execute();
  },
};
