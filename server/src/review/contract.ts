import { z } from 'zod';
import { CompetencyRef } from '../frameworks/contract.ts';
import { LinkMethod } from '../linking/contract.ts';

/** GET /api/review/queue?undecided=true&competency=CODE&page=&size=: surfaces by the number of texts they touch. */
export const ReviewItem = z.object({
  normalised: z.string(),
  competency: CompetencyRef,
  method: LinkMethod,
  form: z.string(),
  advertisements: z.number().int(),
  outcomes: z.number().int(),
  courses: z.number().int(),
  /** Up to three places where it stands, with the words around it. */
  examples: z.array(
    z.object({
      kind: z.enum(['advertisement', 'outcome', 'course']),
      id: z.number().int(),
      /** Where a click leads: the advertisement's id, or the programme's for outcomes and courses. */
      ownerId: z.number().int(),
      text: z.string(),
      start: z.number().int(),
      end: z.number().int(),
    }),
  ),
  decision: z
    .object({ id: z.number().int(), verdict: z.enum(['accept', 'reject']), decidedAt: z.string() })
    .nullable(),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

export const ReviewQueue = z.object({
  total: z.number().int(),
  decided: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  items: z.array(ReviewItem),
});
export type ReviewQueue = z.infer<typeof ReviewQueue>;

/** POST /api/review/decisions */
export const NewDecision = z.object({
  normalised: z.string().min(1).max(200),
  competencyId: z.number().int(),
  verdict: z.enum(['accept', 'reject']),
  note: z.string().max(1000).optional(),
});
export type NewDecision = z.infer<typeof NewDecision>;

/** Also the answer of POST /api/review/decisions/:id/undo */
export const Decision = z.object({
  id: z.number().int(),
  normalised: z.string(),
  competencyId: z.number().int(),
  verdict: z.enum(['accept', 'reject', 'undo']),
  undoesId: z.number().int().nullable(),
  decidedAt: z.string(),
});
export type Decision = z.infer<typeof Decision>;
