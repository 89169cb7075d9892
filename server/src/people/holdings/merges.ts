import { dateOf } from '../dates.ts';
import { dataOf, type Holding } from '../holding.ts';
import { forgetMergeReasons, listMergeRows } from '../merge-queries.ts';
import { mergeState } from '../merge-rules.ts';
import { valueWords } from '../value-words.ts';

/** The aliases themselves are numbers and stay, so that what was done under them can still be told. */
export const mergeHolding: Holding = {
  code: 'merge',
  fate: 'ended',
  async list(trx, personIds) {
    const rows = await listMergeRows(trx, { personIds });
    return rows.map((row) => ({
      personId: row.personId,
      id: String(row.id),
      organisationId: null,
      since: dateOf(row.proposedAt),
      endedOn: row.undoneAt && dateOf(row.undoneAt),
      data: dataOf({
        state: valueWords[mergeState(row)],
        reason: row.reason,
        start: dateOf(row.proposedAt),
      }),
    }));
  },
  async end(trx, _actor, items) {
    await forgetMergeReasons(
      trx,
      items.map(({ personId, id }) => ({ personId, id: Number(id) })),
    );
  },
};
