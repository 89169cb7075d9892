import { z } from 'zod';
import { LocalText } from '../../languages/contract.ts';
import { Doer, LintReport } from '../drafting/contract.ts';

export const Submit = z.object({
  organisationId: z.number().int(),
  note: z.string().trim().max(4000).default(''),
});
export type Submit = z.infer<typeof Submit>;

export const DecideReview = z.object({
  decision: z.enum(['approved', 'changes-requested', 'withdrawn']),
  note: z.string().trim().max(4000).default(''),
});
export type DecideReview = z.infer<typeof DecideReview>;

export const Comment = z.object({
  id: z.number().int(),
  by: Doer,
  at: z.string(),
  body: z.string(),
});
export type Comment = z.infer<typeof Comment>;

/** A conversation about an item, a role or the whole. */
export const Thread = z.object({
  id: z.number().int(),
  part: z.enum(['item', 'role', 'whole']),
  partId: z.number().int().nullable(),
  partLabel: z.string(),
  comments: z.array(Comment),
  resolvedAt: z.string().nullable(),
  resolvedBy: Doer.nullable(),
});
export type Thread = z.infer<typeof Thread>;

export const NewComment = z.object({
  part: z.enum(['item', 'role', 'whole']),
  partId: z.number().int().nullable().default(null),
  threadId: z.number().int().nullable().default(null),
  body: z.string().trim().min(1).max(4000),
});
export type NewComment = z.infer<typeof NewComment>;

const CompetencyLine = z.object({ id: z.number().int(), code: z.string(), label: LocalText });

export const SuccessionKind = z.enum(['replaced', 'split', 'merged', 'ended']);
export type SuccessionKind = z.infer<typeof SuccessionKind>;

/** What becomes of the competencies of the version before that the draft no longer has. */
export const Succession = z.object({
  kept: z.number().int(),
  gone: z.array(
    z.object({
      competency: CompetencyLine,
      kind: SuccessionKind.nullable(),
      to: z.array(CompetencyLine.extend({ weight: z.number() })),
      reason: z.string(),
      /** what of the draft has the same code, the same label or some of its words; the best first */
      suggestions: z.array(
        CompetencyLine.extend({ because: z.enum(['same-code', 'same-label', 'like-label']) }),
      ),
    }),
  ),
});
export type Succession = z.infer<typeof Succession>;

export const MapSuccession = z.object({
  kind: SuccessionKind,
  to: z
    .array(z.object({ id: z.number().int(), weight: z.number().gt(0).max(1) }))
    .max(20)
    .default([]),
  reason: z.string().trim().max(2000).default(''),
});
export type MapSuccession = z.infer<typeof MapSuccession>;

/** GET …/draft/publication: what still stands in the way. */
export const Publication = z.object({
  approved: z.boolean(),
  lint: LintReport,
  unmapped: z.number().int(),
  openThreads: z.number().int(),
  ready: z.boolean(),
});
export type Publication = z.infer<typeof Publication>;

export const Publish = z.object({ reason: z.string().trim().min(1).max(2000) });
export type Publish = z.infer<typeof Publish>;
