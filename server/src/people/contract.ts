import { z } from 'zod';

import { Language, LocalText } from '../languages/contract.ts';
import { OrganisationRef } from '../organisations/contract.ts';

const BothLanguages = z.object({ vi: z.string(), en: z.string() });
const Day = z.iso.date();

/** What is held about a person by one organisation; `sentence` says it in words. */
export const HoldingView = z.object({
  holding: z.string(),
  organisation: OrganisationRef,
  sentence: BothLanguages,
  purpose: z.string(),
  /** The day on which it is erased by itself; null: it goes on, or no end is set. */
  until: Day.nullable(),
  /** Why it cannot be erased earlier, where a rule says so. */
  obligation: z.object({ basis: z.string(), source: z.string(), until: Day.nullable() }).nullable(),
  items: z.array(
    z.object({
      id: z.string(),
      since: Day.nullable(),
      endedOn: Day.nullable(),
      data: z.array(
        z.object({
          code: z.string(),
          label: BothLanguages,
          value: z.union([z.string(), BothLanguages]),
        }),
      ),
    }),
  ),
});
export type HoldingView = z.infer<typeof HoldingView>;

/** GET /api/me/holdings */
export const MyHoldings = z.object({
  personId: z.number().int(),
  displayName: z.string(),
  language: Language,
  holdings: z.array(HoldingView),
});
export type MyHoldings = z.infer<typeof MyHoldings>;

/** PUT /api/me/profile */
export const ProfileChange = z.object({
  displayName: z.string().trim().min(1).max(200),
  language: Language,
});
export type ProfileChange = z.infer<typeof ProfileChange>;

/** GET /api/me/access-log?page=&size= */
export const AccessLog = z.object({
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  items: z.array(
    z.object({
      at: z.string(),
      organisation: OrganisationRef,
      roles: z.array(z.string()),
      purpose: z.string(),
      what: z.string(),
      sentence: BothLanguages,
    }),
  ),
});
export type AccessLog = z.infer<typeof AccessLog>;

export const AffiliationField = z.enum([
  'full_name',
  'person_code',
  'email',
  'phone',
  'position_title',
]);
export type AffiliationField = z.infer<typeof AffiliationField>;

/** POST /api/me/corrections */
export const NewCorrection = z.object({
  affiliationId: z.number().int(),
  field: AffiliationField,
  wanted: z.string().trim().min(1).max(300),
  reason: z.string().trim().min(1).max(1000),
});
export type NewCorrection = z.infer<typeof NewCorrection>;

export const Correction = z.object({
  id: z.number().int(),
  personId: z.number().int(),
  organisation: OrganisationRef,
  affiliationId: z.number().int(),
  field: AffiliationField,
  /** What the organisation has written at present; null once the affiliation is gone. */
  present: z.string().nullable(),
  wanted: z.string(),
  reason: z.string(),
  requestedAt: z.string(),
  verdict: z.enum(['accepted', 'refused', 'withdrawn']).nullable(),
  answer: z.string().nullable(),
  decidedAt: z.string().nullable(),
});
export type Correction = z.infer<typeof Correction>;

/** POST /api/corrections/:personId/:id/refuse */
export const CorrectionRefusal = z.object({ answer: z.string().trim().min(1).max(1000) });

/** POST /api/me/consents */
export const NewConsent = z.object({
  organisationId: z.number().int(),
  purpose: z.string(),
  dataKinds: z.array(z.string()).min(1).max(10),
  /** Which words the person read; see `offers` of GET /api/me/consents. */
  wordingVersion: z.string(),
  /** The last day on which it holds; at most 24 months ahead. */
  until: Day,
});
export type NewConsent = z.infer<typeof NewConsent>;

export const Consent = z.object({
  id: z.number().int(),
  personId: z.number().int(),
  organisation: OrganisationRef,
  purpose: z.string(),
  dataKinds: z.array(z.string()),
  wordingVersion: z.string(),
  givenAt: z.string(),
  expiresAt: z.string(),
  withdrawnAt: z.string().nullable(),
  state: z.enum(['valid', 'expired', 'withdrawn']),
  sentence: BothLanguages,
});
export type Consent = z.infer<typeof Consent>;

/** GET /api/me/consents */
export const MyConsents = z.object({
  consents: z.array(Consent),
  /** What may be consented to, in the words that hold today. */
  offers: z.array(
    z.object({
      purpose: z.string(),
      wordingVersion: z.string(),
      wording: BothLanguages,
      dataKinds: z.array(z.object({ code: z.string(), words: BothLanguages })),
    }),
  ),
});
export type MyConsents = z.infer<typeof MyConsents>;

/** GET /api/me/erasure: what the deed would do; POST answers with what it has done. */
export const ErasureView = z.object({
  erased: z.array(
    z.object({
      holding: z.string(),
      organisation: OrganisationRef,
      count: z.number().int(),
      words: BothLanguages,
    }),
  ),
  /** What an obligation keeps, until when, on which ground; erased by itself when the day has come. */
  kept: z.array(
    z.object({
      holding: z.string(),
      organisation: OrganisationRef,
      count: z.number().int(),
      until: Day,
      basis: z.string(),
      source: z.string(),
      words: BothLanguages,
    }),
  ),
  /** What has no name in it and stays: rows that say that number so-and-so did this or that. */
  nameless: z.array(
    z.object({
      holding: z.string(),
      organisation: OrganisationRef,
      count: z.number().int(),
      words: BothLanguages,
    }),
  ),
});
export type ErasureView = z.infer<typeof ErasureView>;

/** POST /api/me/erasure: the sentence typed, in either language. */
export const ErasureConfirmation = z.object({ confirmation: z.string().max(100) });
export const ERASURE_SENTENCE = { vi: 'XÓA DỮ LIỆU CỦA TÔI', en: 'ERASE MY DATA' };

/** POST /api/merges: two records that may be of one person. */
export const NewMerge = z.object({
  personId: z.number().int(),
  intoPersonId: z.number().int(),
  reason: z.string().trim().min(1).max(500),
});
export type NewMerge = z.infer<typeof NewMerge>;

/** POST /api/me/merges: the address of the other account; its owner confirms there. */
export const MergeWithAccount = z.object({
  email: z.string().trim().min(3).max(254),
  reason: z.string().trim().min(1).max(500),
});

export const Merge = z.object({
  id: z.number().int(),
  personId: z.number().int(),
  intoPersonId: z.number().int(),
  reason: z.string(),
  state: z.enum(['proposed', 'confirmed', 'refused', 'undone']),
  proposedAt: z.string(),
  /** Whether who asks may confirm or refuse it now. */
  mine: z.boolean(),
  /** Where it is: the two records, the one that becomes an alias first. */
  parties: z
    .array(
      z.object({ personId: z.number().int(), name: z.string(), organisations: z.array(LocalText) }),
    )
    .nullable(),
});
export type Merge = z.infer<typeof Merge>;

/** GET /api/people/:id/profile?purpose=&kinds=a,b */
export const ProfileQuery = z.object({
  purpose: z.string(),
  /** Kinds without which the answer is of no use: a missing consent is then refused in words. */
  kinds: z.string().max(100).optional(),
});

const Membership = z.object({
  organisation: OrganisationRef,
  unit: z.string().nullable(),
  position: z.string().nullable(),
  startOn: Day.nullable(),
  endOn: Day.nullable(),
});

export const PersonProfile = z.object({
  personId: z.number().int(),
  /** What the organisation holds itself. */
  own: z.array(
    Membership.extend({
      id: z.number().int(),
      fullName: z.string(),
      personCode: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
  ),
  /** What a consent allows, each null without one. */
  name: z.object({ displayName: z.string(), language: Language }).nullable(),
  contact: z
    .array(z.object({ email: z.string().nullable(), phone: z.string().nullable() }))
    .nullable(),
  affiliations: z.array(Membership).nullable(),
  roles: z.array(z.object({ organisation: OrganisationRef, role: z.string() })).nullable(),
});
export type PersonProfile = z.infer<typeof PersonProfile>;

/** GET /api/retention-rules */
export const RetentionRuleView = z.object({
  id: z.number().int(),
  /** null: for every organisation */
  organisation: OrganisationRef.nullable(),
  holding: z.string(),
  months: z.number().int(),
  obligatory: z.boolean(),
  basis: z.string(),
  source: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
});
export type RetentionRuleView = z.infer<typeof RetentionRuleView>;

/** POST /api/retention-rules */
export const NewRetentionRule = z.object({
  forEveryOrganisation: z.boolean().default(false),
  holding: z.enum(['affiliation', 'identifier', 'consent', 'correction']),
  months: z.number().int().min(0).max(1200),
  obligatory: z.boolean(),
  basis: z.string().trim().min(3).max(500),
  source: z.string().trim().min(3).max(500),
  validFrom: Day,
});
export type NewRetentionRule = z.infer<typeof NewRetentionRule>;

/** POST /api/retention-rules/:id/end */
export const RetentionRuleEnd = z.object({ on: Day });

export const PersonRowParams = z.object({
  personId: z.coerce.number().int(),
  id: z.coerce.number().int(),
});

export const OpenCorrections = z.object({ items: z.array(Correction) });
export const MergeList = z.object({ items: z.array(Merge) });
export const RetentionRules = z.object({ items: z.array(RetentionRuleView) });
export const Done = z.object({ done: z.literal(true) });
