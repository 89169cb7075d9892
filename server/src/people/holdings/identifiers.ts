import { dateOf } from '../dates.ts';
import { dataOf, type Holding } from '../holding.ts';
import { deleteIdentifiers } from '../identifier-queries.ts';
import { valueWords } from '../value-words.ts';

export const identifierHolding: Holding = {
  code: 'identifier',
  fate: 'erased',
  async list(trx, personIds) {
    const rows = await trx
      .selectFrom('person_identifier')
      .selectAll()
      .where('person_id', 'in', [...personIds])
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      personId: row.person_id,
      id: String(row.id),
      organisationId: row.issuer_organisation_id,
      since: dateOf(row.recorded_at),
      endedOn: row.ended_at && dateOf(row.ended_at),
      data: dataOf({
        kind: valueWords[row.kind],
        hint: row.hint,
        assurance: valueWords[row.assurance],
      }),
    }));
  },
  async end(trx, _actor, items) {
    for (const { personId, id } of items) {
      await trx
        .updateTable('person_identifier')
        .set({ ended_at: new Date() })
        .where('person_id', '=', personId)
        .where('id', '=', Number(id))
        .where('ended_at', 'is', null)
        .execute();
    }
  },
  async erase(trx, _actor, items) {
    await deleteIdentifiers(
      trx,
      items.map(({ personId, id }) => ({ personId, id: Number(id) })),
    );
  },
};
