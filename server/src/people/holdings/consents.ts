import { consentState } from '../consent-verdict.ts';
import { deleteConsents, listConsentRows, withdrawConsents } from '../consent-queries.ts';
import { dateOf } from '../dates.ts';
import { dataOf, type Holding } from '../holding.ts';
import { dataKindWords, purposeWords } from '../purpose-words.ts';
import type { DataKind, Purpose } from '../purposes.ts';
import { valueWords } from '../value-words.ts';

export const consentHolding: Holding = {
  code: 'consent',
  fate: 'erased',
  async list(trx, personIds) {
    const now = new Date();
    const rows = await listConsentRows(trx, { personIds });
    return rows.map((row) => {
      const state = consentState(row, now);
      return {
        personId: row.personId,
        id: String(row.id),
        organisationId: row.organisationId,
        since: dateOf(row.givenAt),
        endedOn: state === 'valid' ? null : dateOf(row.withdrawnAt ?? row.expiresAt),
        data: dataOf({
          purpose: purposeWords[row.purpose as Purpose] ?? row.purpose,
          'data-kinds': joined(row.dataKinds),
          wording: row.wordingVersion,
          start: dateOf(row.givenAt),
          end: dateOf(row.withdrawnAt ?? row.expiresAt),
          state: valueWords[state],
        }),
      };
    });
  },
  async end(trx, _actor, items) {
    const running = items.filter(({ endedOn }) => endedOn === null);
    await withdrawConsents(trx, running.map(rowOf));
  },
  async erase(trx, _actor, items) {
    await deleteConsents(trx, items.map(rowOf));
  },
};

function rowOf({ personId, id }: { personId: number; id: string }) {
  return { personId, id: Number(id) };
}

function joined(kinds: readonly string[]): { vi: string; en: string } {
  const words = kinds.map((kind) => dataKindWords[kind as DataKind] ?? { vi: kind, en: kind });
  return {
    vi: words.map(({ vi }) => vi).join('; '),
    en: words.map(({ en }) => en).join('; '),
  };
}
