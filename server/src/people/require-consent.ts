import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { listConsentRows } from './consent-queries.ts';
import { consentVerdict, type ConsentVerdict } from './consent-verdict.ts';
import { personGroup } from './person-queries.ts';
import { dataKindWords, purposeWords } from './purpose-words.ts';
import { DATA_KINDS, type DataKind, type Purpose } from './purposes.ts';

/**
 * Stands before every read of a person's data that the actor's organisation does not hold itself.
 * Throws consent-missing, with what is missing and the way to get it, unless a consent of the person
 * (under any id that they have had) allows this organisation this kind of data for this purpose now.
 */
export async function requireConsent(
  trx: ScopedTransaction,
  actor: Actor,
  wanted: { personId: number; purpose: Purpose; dataKind: DataKind },
): Promise<void> {
  const verdicts = await consentVerdicts(trx, actor, wanted);
  const verdict = verdicts[wanted.dataKind];
  if (verdict === 'allowed') return;
  throw consentMissing(wanted, verdict);
}

/** What the consents of a person say on each kind of data, for the actor's organisation and a purpose. */
export async function consentVerdicts(
  trx: ScopedTransaction,
  actor: Actor,
  wanted: { personId: number; purpose: Purpose },
): Promise<Record<DataKind, ConsentVerdict>> {
  const { organisationId } = actor;
  const personIds = await personGroup(trx, wanted.personId);
  const consents = await listConsentRows(trx, { personIds, organisationId });
  const now = new Date();
  const entries = DATA_KINDS.map((dataKind) => [
    dataKind,
    consentVerdict(consents, { organisationId, purpose: wanted.purpose, dataKind }, now),
  ]);
  return Object.fromEntries(entries) as Record<DataKind, ConsentVerdict>;
}

function consentMissing(
  wanted: { purpose: Purpose; dataKind: DataKind },
  verdict: ConsentVerdict,
): Problem {
  return new Problem('consent-missing', {
    verdict,
    'what.vi': dataKindWords[wanted.dataKind].vi,
    'what.en': dataKindWords[wanted.dataKind].en,
    'purpose.vi': purposeWords[wanted.purpose].vi,
    'purpose.en': purposeWords[wanted.purpose].en,
    'why.vi': REASONS[verdict].vi,
    'why.en': REASONS[verdict].en,
  });
}

const REASONS: Record<ConsentVerdict, { vi: string; en: string }> = {
  allowed: { vi: '', en: '' },
  'never-given': { vi: 'chưa cho đồng ý nào', en: 'has given no consent' },
  expired: { vi: 'đã cho đồng ý nhưng đã hết hạn', en: 'gave a consent that has expired' },
  withdrawn: { vi: 'đã rút lại đồng ý', en: 'has withdrawn the consent' },
};
