import { dateOf } from '../dates.ts';
import { dataOf, type Holding } from '../holding.ts';
import { listMergeRows } from '../merge-queries.ts';
import { isTold, mergeState } from '../merge-rules.ts';
import { valueWords } from '../value-words.ts';

/** The aliases themselves are numbers and stay, so that what was done under them can still be told. */
export const mergeHolding: Holding = {
  code: 'merge',
  fate: 'ended',
  async list(trx, personIds) {
    const rows = await listMergeRows(trx, { personIds });
    const told = rows.filter((row) => isTold(row, personIds));
    return told.map((row) => ({
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
};
