import { z } from 'zod';
import { CompetencyRef } from '../frameworks/contract.ts';
import { FormStatus } from '../frameworks/lexicon/contract.ts';
import { Paging } from '../http/contract.ts';
import { Band, LinkMethod, ProposedLevel, SaidReason, Verdict } from '../linking/contract.ts';

/** What kind of text holds a surface. */
export const TextKind = z.enum(['advertisement', 'outcome', 'course']);
export type TextKind = z.infer<typeof TextKind>;

/** Of the lines that hold a surface; `unknown`: nobody has read the line for its language yet. */
export const LineLanguage = z.enum(['vi', 'en', 'unknown']);
export type LineLanguage = z.infer<typeof LineLanguage>;

/**
 * What a person did. `replace`: the phrase means another competency. `add`: words that nobody had linked name
 * one.
 */
export const Act = z.enum(['accept', 'reject', 'ambiguous', 'replace', 'add']);
export type Act = z.infer<typeof Act>;

/** What became of accepted words in the lexicon, where they were proposed from here. */
export const LexiconProposal = z.object({
  id: z.number().int(),
  form: z.string(),
  framework: z.string(),
  status: FormStatus,
});
export type LexiconProposal = z.infer<typeof LexiconProposal>;

/** GET /api/review/queue: surfaces by how many errors a decision is expected to take away. */
export const QueueQuery = Paging.extend({
  undecided: z.stringbool().optional(),
  /** a code */
  competency: z.string().max(200).optional(),
  framework: z.string().max(200).optional(),
  kind: TextKind.optional(),
  language: LineLanguage.optional(),
  band: Band.optional(),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

export const ReviewExample = z.object({
  kind: TextKind,
  id: z.number().int(),
  /** Where a click leads: the advertisement's id, or the programme's for outcomes and courses. */
  ownerId: z.number().int(),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  band: Band,
  probability: z.number().nullable(),
  level: ProposedLevel.nullable(),
  reasons: z.array(SaidReason),
  /** What the operator's other machine said of this line: its place among candidates, or that it passed it over. */
  hint: z.object({ model: z.string(), place: z.number().int().nullable() }).nullable(),
});
export type ReviewExample = z.infer<typeof ReviewExample>;

export const ReviewItem = z.object({
  normalised: z.string(),
  competency: CompetencyRef,
  method: LinkMethod,
  form: z.string(),
  advertisements: z.number().int(),
  outcomes: z.number().int(),
  courses: z.number().int(),
  /** That its links are right, on average, as measured; null where nothing was measured. */
  probability: z.number().nullable(),
  /** Whether its links count by themselves, wait for a person, or some do and some wait. */
  bands: z.array(Band),
  /** Up to three places where it stands, with the words around it. */
  examples: z.array(ReviewExample),
  decision: z
    .object({
      id: z.number().int(),
      verdict: Verdict,
      act: Act,
      decidedAt: z.string(),
      /** Which competency the phrase was given instead. */
      replacement: CompetencyRef.nullable(),
      proposal: LexiconProposal.nullable(),
    })
    .nullable(),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

const Choice = z.object({ value: z.string(), count: z.number().int() });

export const ReviewQueue = z.object({
  total: z.number().int(),
  decided: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  items: z.array(ReviewItem),
  /** How many undecided surfaces each choice of a filter would leave, the other filters as they are. */
  choices: z.object({
    kind: z.array(Choice),
    language: z.array(Choice),
    band: z.array(Choice),
    framework: z.array(Choice),
  }),
});
export type ReviewQueue = z.infer<typeof ReviewQueue>;

const Subject = {
  normalised: z.string().min(1).max(200),
  competencyId: z.number().int(),
  /**
   * The decision that the reviewer had before them, null where there was none: somebody else's other word since
   * then is told before it is overruled. Left out: nothing is compared.
   */
  seen: z.number().int().nullable().optional(),
};
const note = z.string().max(1000).optional();

/** POST /api/review/decisions */
export const NewDecision = z.object({ ...Subject, verdict: Verdict, note });
export type NewDecision = z.infer<typeof NewDecision>;

/** POST /api/review/replacements: the phrase means the other competency. */
export const NewReplacement = z.object({ ...Subject, replacementId: z.number().int(), note });
export type NewReplacement = z.infer<typeof NewReplacement>;

/** POST /api/review/additions: words of one text that nobody linked. */
export const NewAddition = z.object({
  kind: TextKind,
  id: z.number().int(),
  /** As it stands in the text. */
  phrase: z.string().min(1).max(300),
  competencyId: z.number().int(),
  note,
});
export type NewAddition = z.infer<typeof NewAddition>;

/** The answer of all three, and of POST /api/review/decisions/:id/undo, which takes the whole act back. */
export const Decision = z.object({
  id: z.number().int(),
  normalised: z.string(),
  competencyId: z.number().int(),
  verdict: z.enum([...Verdict.options, 'undo']),
  act: z.enum([...Act.options, 'undo']),
  undoesId: z.number().int().nullable(),
  decidedAt: z.string(),
  /** How many texts are being linked again because they hold the phrase. */
  relinking: z.number().int(),
  /** What became of the words in the lexicon, where the act accepted them. */
  proposal: LexiconProposal.nullable(),
});
export type Decision = z.infer<typeof Decision>;
