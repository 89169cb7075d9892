import type { ScopedTransaction } from '#src/db/scope.ts';
import { fill } from '#src/languages/fill.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import type { OrganisationRef } from '#src/organisations/contract.ts';
import type { Actor } from '#src/actors/actor.ts';
import { listConsentRows } from './consent-queries.ts';
import { consentState, type ConsentRow } from './consent-verdict.ts';
import { CONSENT_WORDING_VERSION, consentSentence, consentWords } from './consent-words.ts';
import type { Consent, MyConsents } from './contract.ts';
import { dateOf, shownDate } from './dates.ts';
import { organisationRefs } from './organisation-names.ts';
import { dataKindWords, purposeWords } from './purpose-words.ts';
import { CONSENT_PURPOSES, CONSENTABLE, type DataKind, type Purpose } from './purposes.ts';

/** The consents of a person, the latest first, and what may be consented to in today's words. */
export async function readConsents(trx: ScopedTransaction, actor: Actor): Promise<MyConsents> {
  const rows = await listConsentRows(trx, { personIds: actor.personIds });
  const refs = await organisationRefs(
    trx,
    rows.map(({ organisationId }) => organisationId),
  );
  return {
    consents: rows.map((row) => present(row, refs.get(row.organisationId)!)),
    offers: CONSENT_PURPOSES.map((purpose) => ({
      purpose,
      wordingVersion: CONSENT_WORDING_VERSION,
      wording: consentWords[purpose],
      dataKinds: CONSENTABLE[purpose].map((code) => ({ code, words: dataKindWords[code] })),
    })),
  };
}

function present(row: ConsentRow, organisation: OrganisationRef): Consent {
  const said = (language: 'vi' | 'en') =>
    fill(consentSentence[language], {
      organisation: inLanguage(organisation.name, language),
      kinds: row.dataKinds
        .map((kind) => dataKindWords[kind as DataKind]?.[language] ?? kind)
        .join('; '),
      purpose: purposeWords[row.purpose as Purpose]?.[language] ?? row.purpose,
      date: shownDate(lastDay(row.expiresAt), language),
    });
  return {
    id: row.id,
    personId: row.personId,
    organisation,
    purpose: row.purpose,
    dataKinds: [...row.dataKinds],
    wordingVersion: row.wordingVersion,
    givenAt: row.givenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    state: consentState(row, new Date()),
    sentence: { vi: said('vi'), en: said('en') },
  };
}

/** A consent ends with midnight in Việt Nam; the day that ends then is its last. */
function lastDay(expiresAt: Date): string {
  return dateOf(new Date(expiresAt.getTime() + 7 * 3_600_000 - 1));
}
