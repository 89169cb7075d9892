import { z } from 'zod';
import { CompetencyRef } from '../../frameworks/contract.ts';

export const Opinion = z.enum(['accept', 'reject']);
export type Opinion = z.infer<typeof Opinion>;

/** A place of a pair, with the words around it. */
export const OpinionExample = z.object({
  kind: z.enum(['advertisement', 'outcome', 'course']),
  id: z.number().int(),
  ownerId: z.number().int(),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
});

/**
 * What a second person is asked: the pair and where it stands. Neither what was decided nor by whom,
 * and nothing that would give it away (how it was found, how sure the linker is).
 */
export const OpinionItem = z.object({
  decisionId: z.number().int(),
  normalised: z.string(),
  competency: CompetencyRef,
  examples: z.array(OpinionExample),
});
export type OpinionItem = z.infer<typeof OpinionItem>;

/** GET /api/review/opinions/queue */
export const OpinionQueue = z.object({
  waiting: z.number().int(),
  items: z.array(OpinionItem),
});
export type OpinionQueue = z.infer<typeof OpinionQueue>;

/** POST /api/review/opinions */
export const NewOpinion = z.object({ decisionId: z.number().int(), verdict: Opinion });
export type NewOpinion = z.infer<typeof NewOpinion>;

export const SavedOpinion = z.object({ id: z.number().int() });
export type SavedOpinion = z.infer<typeof SavedOpinion>;

const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** GET /api/review/opinions/agreement */
export const Agreement = z.object({
  n: z.number().int(),
  /** Below this number nothing is said. */
  least: z.number().int(),
  /** What the first and the second said of a link; what is not an acceptance is a rejection. */
  table: z.object({
    bothAccept: z.number().int(),
    onlyFirstAccepts: z.number().int(),
    onlySecondAccepts: z.number().int(),
    bothReject: z.number().int(),
  }),
  /** Share of equal verdicts with Wilson's interval; null: fewer than `least`. */
  agreement: Estimate.nullable(),
  /** Cohen's kappa; null: fewer than `least`, or all said the same, so that chance explains everything. */
  kappa: Estimate.nullable(),
});
export type Agreement = z.infer<typeof Agreement>;

export const Disagreement = z.object({
  id: z.number().int(),
  normalised: z.string(),
  competency: CompetencyRef,
  first: z.string(),
  second: Opinion,
  givenAt: z.string(),
  examples: z.array(OpinionExample),
});
export type Disagreement = z.infer<typeof Disagreement>;

/** GET /api/review/opinions/disagreements: those that nobody has settled, oldest first. */
export const Disagreements = z.object({
  total: z.number().int(),
  items: z.array(Disagreement),
});
export type Disagreements = z.infer<typeof Disagreements>;

/** POST /api/review/opinions/:id/settle */
export const Settlement = z.object({ verdict: Opinion });
export type Settlement = z.infer<typeof Settlement>;
