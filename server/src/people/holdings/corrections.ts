import { closeCorrections, deleteCorrections, listCorrectionRows } from '../correction-queries.ts';
import { dateOf } from '../dates.ts';
import { dataOf, type Holding } from '../holding.ts';
import { valueWords } from '../value-words.ts';

export const correctionHolding: Holding = {
  code: 'correction',
  fate: 'erased',
  async list(trx, personIds) {
    const rows = await listCorrectionRows(trx, { personIds });
    return rows.map((row) => ({
      personId: row.personId,
      id: String(row.id),
      organisationId: row.organisationId,
      since: dateOf(row.requestedAt),
      endedOn: row.decidedAt && dateOf(row.decidedAt),
      data: dataOf({
        field: valueWords[row.field],
        wanted: row.wanted,
        reason: row.reason,
        state: valueWords[row.verdict ?? 'open'],
        answer: row.answer,
      }),
    }));
  },
  async end(trx, actor, items) {
    for (const { personId, id, endedOn } of items) {
      if (endedOn !== null) continue;
      await closeCorrections(trx, actor, { personId, id: Number(id) }, 'withdrawn', null);
    }
  },
  async erase(trx, _actor, items) {
    await deleteCorrections(
      trx,
      items.map(({ personId, id }) => ({ personId, id: Number(id) })),
    );
  },
};
