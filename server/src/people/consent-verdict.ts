export interface ConsentRow {
  personId: number;
  id: number;
  organisationId: number;
  purpose: string;
  dataKinds: readonly string[];
  wordingVersion: string;
  givenAt: Date;
  expiresAt: Date;
  withdrawnAt: Date | null;
}

export interface WantedRead {
  /** Exactly the one that asks: what was consented to one organisation, its successor asks for again. */
  organisationId: number;
  purpose: string;
  dataKind: string;
}

export type ConsentVerdict = 'allowed' | 'never-given' | 'expired' | 'withdrawn';

export function consentState(
  consent: Pick<ConsentRow, 'expiresAt' | 'withdrawnAt'>,
  now: Date,
): 'valid' | 'expired' | 'withdrawn' {
  if (consent.withdrawnAt !== null && consent.withdrawnAt <= now) return 'withdrawn';
  return consent.expiresAt <= now ? 'expired' : 'valid';
}

/**
 * Whether the consents of a person allow a read. One that is valid suffices; where none is, the
 * latest of those that fit says why not. No consent at all is a no.
 */
export function consentVerdict(
  consents: readonly ConsentRow[],
  wanted: WantedRead,
  now: Date,
): ConsentVerdict {
  const fitting = consents
    .filter(
      (consent) =>
        consent.organisationId === wanted.organisationId &&
        consent.purpose === wanted.purpose &&
        consent.dataKinds.includes(wanted.dataKind),
    )
    .sort((a, b) => b.givenAt.getTime() - a.givenAt.getTime());
  const states = fitting.map((consent) => consentState(consent, now));
  if (states.includes('valid')) return 'allowed';
  const [latest] = states;
  return latest === undefined || latest === 'valid' ? 'never-given' : latest;
}
