import type { Consent, MyConsents, NewConsent } from '@nhip/server/people/contract.ts';
import { lastDayOf, today } from './days.ts';

/** The terms of a consent that was given before, to be given once more. */
export function repeated(consent: Consent): NewConsent {
  return {
    organisationId: consent.organisation.id,
    purpose: consent.purpose,
    dataKinds: consent.dataKinds,
    wordingVersion: consent.wordingVersion,
    until: lastDayOf(consent.expiresAt),
  };
}

/** Only what was withdrawn, in words that are still offered and to a day that has not passed. */
export function canBeRepeated(consent: Consent, { consents, offers }: MyConsents): boolean {
  const offered = offers.some(
    ({ purpose, wordingVersion }) =>
      purpose === consent.purpose && wordingVersion === consent.wordingVersion,
  );
  const standsAlready = consents.some(
    (other) =>
      other.id !== consent.id &&
      other.state === 'valid' &&
      other.organisation.id === consent.organisation.id &&
      other.purpose === consent.purpose,
  );
  return (
    consent.state === 'withdrawn' &&
    offered &&
    !standsAlready &&
    lastDayOf(consent.expiresAt) >= today()
  );
}
