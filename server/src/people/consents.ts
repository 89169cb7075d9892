import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { insertConsent, listConsentRows, withdrawConsents } from './consent-queries.ts';
import { consentState } from './consent-verdict.ts';
import { CONSENT_WORDING_VERSION } from './consent-words.ts';
import type { NewConsent } from './contract.ts';
import { addMonths, dateOf } from './dates.ts';
import { ownPersonId } from './own-person.ts';
import { organisationIsActive } from './person-queries.ts';
import { CONSENT_PURPOSES, serves, type DataKind, type Purpose } from './purposes.ts';

/** A consent lasts to the end of its last day (in Việt Nam), and never longer than this. */
export const LONGEST_MONTHS = 24;

/** Why a consent cannot be given; undefined: it can. */
export function consentFault(wanted: NewConsent, today: string): ConsentFault | undefined {
  if (!CONSENT_PURPOSES.some((purpose) => purpose === wanted.purpose)) return 'purpose';
  const fitting = wanted.dataKinds.every((kind) =>
    serves(wanted.purpose as Purpose, kind as DataKind),
  );
  if (!fitting) return 'data-kinds';
  if (wanted.wordingVersion !== CONSENT_WORDING_VERSION) return 'wording';
  if (wanted.until < today || wanted.until > addMonths(today, LONGEST_MONTHS)) return 'until';
  return undefined;
}
type ConsentFault = 'purpose' | 'data-kinds' | 'wording' | 'until';

/** Throws consent-not-possible, not-found. */
export async function giveConsent(
  trx: ScopedTransaction,
  actor: Actor,
  wanted: NewConsent,
): Promise<number> {
  const fault = consentFault(wanted, dateOf(new Date()));
  if (fault) throw new Problem('consent-not-possible', FAULT_WORDS[fault]);
  if (!(await organisationIsActive(trx, wanted.organisationId))) {
    throw new Problem('not-found', { what: `#${wanted.organisationId}` });
  }
  const id = await insertConsent(trx, actor, {
    ...wanted,
    dataKinds: [...new Set(wanted.dataKinds)].sort(),
    personId: ownPersonId(actor),
    expiresAt: new Date(Date.parse(`${wanted.until}T24:00:00+07:00`)),
  });
  const { purpose, dataKinds, wordingVersion, until, organisationId } = wanted;
  await record(trx, actor, {
    action: 'consent-given',
    subjectKind: 'consent',
    subjectId: id,
    organisationId,
    detail: { purpose, dataKinds, wordingVersion, until },
  });
  return id;
}

/** From now on nothing is read on its ground. Throws not-found, consent-ended. */
export async function withdrawConsent(
  trx: ScopedTransaction,
  actor: Actor,
  id: number,
): Promise<void> {
  const consents = await listConsentRows(trx, { personIds: actor.personIds });
  const consent = consents.find((row) => row.id === id);
  if (!consent) throw new Problem('not-found', { what: `#${id}` });
  const ended = consentState(consent, new Date()) !== 'valid';
  if (ended || (await withdrawConsents(trx, [consent])) === 0) throw new Problem('consent-ended');
  await record(trx, actor, {
    action: 'consent-withdrawn',
    subjectKind: 'consent',
    subjectId: id,
    organisationId: consent.organisationId,
    detail: { purpose: consent.purpose },
  });
}

const FAULT_WORDS: Record<ConsentFault, { 'what.vi': string; 'what.en': string }> = {
  purpose: {
    'what.vi': 'mục đích này không dựa trên sự đồng ý',
    'what.en': 'this purpose does not rest on consent',
  },
  'data-kinds': {
    'what.vi': 'có loại dữ liệu không phục vụ mục đích này',
    'what.en': 'some of the data do not serve this purpose',
  },
  wording: {
    'what.vi': 'lời văn đã được thay bằng bản mới; hãy tải lại trang và đọc lại',
    'what.en': 'the wording has been replaced; load the page again and read the new one',
  },
  until: {
    'what.vi': `ngày kết thúc phải từ hôm nay đến ${LONGEST_MONTHS} tháng tới`,
    'what.en': `the last day must lie between today and ${LONGEST_MONTHS} months from now`,
  },
};
