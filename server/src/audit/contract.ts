import { z } from 'zod';
import { LocalText } from '../languages/contract.ts';

const Words = z.object({ vi: z.string(), en: z.string() });

/**
 * Query of GET /api/audit/facts and facts.csv. A date is that day in Việt Nam, `to` included; a moment
 * has its offset, and `to` ends before it. `before` is the `next` of the page before: the list goes from the newest to the oldest.
 */
export const FactFilter = z.object({
  organisation: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  actor: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  action: z.string().max(100).optional(),
  subjectKind: z.string().max(100).optional(),
  subjectId: z.string().max(200).optional(),
  from: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
  to: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
});
export type FactFilter = z.infer<typeof FactFilter>;

export const FactQuery = FactFilter.extend({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type FactQuery = z.infer<typeof FactQuery>;

export const AuditFact = z.object({
  id: z.number().int(),
  at: z.string(),
  actor: z.object({
    id: z.number().int(),
    kind: z.string(),
    /** the person's or the machine's, where it belongs to an organisation of the reader */
    name: z.string().nullable(),
    /** for whom somebody of another organisation works */
    organisation: LocalText.nullable(),
    words: Words,
  }),
  organisation: z.object({ id: z.number().int(), name: LocalText }).nullable(),
  purpose: z.string(),
  action: z.string(),
  /** what was done, as a predicate: "đã áp dụng lần nhập" */
  words: Words,
  subject: z.object({ kind: z.string(), id: z.string(), words: Words }),
  /** values as recorded; personal ones only as keyed hashes, under `personal` */
  detail: z.unknown(),
  /** no: it waits for the next seal */
  sealed: z.boolean(),
});
export type AuditFact = z.infer<typeof AuditFact>;

export const FactPage = z.object({
  items: z.array(AuditFact),
  /** `before` of the next page; null on the last */
  next: z.number().int().nullable(),
});
export type FactPage = z.infer<typeof FactPage>;

/** What `nhip audit head` writes: kept elsewhere, it shows that the chain was cut off or rewritten. */
export const AuditHead = z.object({
  format: z.literal('nhip.audit-head/1'),
  installation: z.uuid(),
  sealId: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** facts in all seals up to this one */
  factCount: z.number().int().min(1),
  sealedAt: z.string(),
});
export type AuditHead = z.infer<typeof AuditHead>;

/** GET /api/audit/actions: everything that is recorded, with its words. */
export const AuditActions = z.array(z.object({ action: z.string(), words: Words }));
export type AuditActions = z.infer<typeof AuditActions>;

/** GET /api/audit/state */
export const AuditState = z.object({
  facts: z.number().int(),
  sealed: z.number().int(),
  unsealed: z.number().int(),
  /** null before the first seal */
  head: AuditHead.nullable(),
});
export type AuditState = z.infer<typeof AuditState>;

/** POST /api/audit/verify */
export const VerifyAudit = z.object({ head: AuditHead.optional() });
export type VerifyAudit = z.infer<typeof VerifyAudit>;

export const BrokenKind = z.enum([
  'fact-changed',
  'fact-missing',
  'fact-added',
  'seal-changed',
  'seal-missing',
  'chain-broken',
  'head-not-found',
  'head-changed',
  'unsealed-too-long',
]);
export type BrokenKind = z.infer<typeof BrokenKind>;

export const AuditVerdict = z.object({
  ok: z.boolean(),
  /** read and found right, up to the first broken link */
  seals: z.number().int(),
  facts: z.number().int(),
  /** the last seal found right */
  head: AuditHead.nullable(),
  /** not known where the chain is broken before its end */
  unsealed: z.object({ count: z.number().int(), oldest: z.string().nullable() }).nullable(),
  broken: z
    .object({
      kind: BrokenKind,
      /** as text: a forged one may be beyond what a number holds */
      factId: z.string().nullable(),
      sealId: z.number().nullable(),
      words: Words,
    })
    .nullable(),
});
export type AuditVerdict = z.infer<typeof AuditVerdict>;
