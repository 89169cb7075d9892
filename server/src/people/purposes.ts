/** What data about a person may be looked at for; every look names one, and a consent covers one. */
export const PURPOSES = [
  'member-administration',
  'sign-in',
  'identity-matching',
  'accountability',
  'rights-of-the-person',
  'credit-recognition',
  'recruitment',
  'workforce-planning',
  'training',
  'support',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What of a person an organisation may read beyond what it holds itself; a consent names each. */
export const DATA_KINDS = ['name', 'contact', 'affiliations', 'roles'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/**
 * What a person can be asked to consent to: for each such purpose, the data that serve it and no
 * others. The remaining purposes never rest on consent.
 */
export const CONSENTABLE = {
  'credit-recognition': ['name', 'affiliations'],
  recruitment: ['name', 'contact', 'affiliations', 'roles'],
  'workforce-planning': ['affiliations', 'roles'],
  training: ['name', 'contact', 'affiliations'],
  support: ['name', 'contact', 'affiliations', 'roles'],
} as const satisfies Partial<Record<Purpose, readonly DataKind[]>>;
export type ConsentPurpose = keyof typeof CONSENTABLE;

export const CONSENT_PURPOSES = Object.keys(CONSENTABLE) as ConsentPurpose[];

/** Whether data of the kind serve the purpose at all; what does not cannot be consented to. */
export function serves(purpose: Purpose, kind: DataKind): boolean {
  const kinds: Partial<Record<Purpose, readonly DataKind[]>> = CONSENTABLE;
  return kinds[purpose]?.includes(kind) ?? false;
}
