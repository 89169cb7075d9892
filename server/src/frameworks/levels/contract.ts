import { z } from 'zod';
import { LocalText } from '../../languages/contract.ts';
import { Doer } from '../drafting/contract.ts';
import { Words } from '../reading/contract.ts';

export const LadderLevel = z.object({
  level: z.number().int(),
  code: z.string().nullable(),
  label: Words,
  descriptor: Words,
  /** competencies that say what somebody at this level can do with them */
  described: z.number().int(),
  /** competencies that stand for this level of their parent */
  standing: z.number().int(),
  /** roles that ask for this level of a competency */
  required: z.number().int(),
});
export type LadderLevel = z.infer<typeof LadderLevel>;

export const Ladder = z.object({
  id: z.number().int(),
  code: z.string(),
  edition: z.number().int(),
  kind: z.enum(['proficiency', 'qualification']),
  /** 'own': belongs to this framework; 'used': its items name it; 'other': only there to be equated with */
  place: z.enum(['own', 'used', 'other']),
  /** the framework that it belongs to; null: none */
  framework: z.string().nullable(),
  title: Words,
  description: Words,
  /** a published version or an equating has seen these words: a change makes a new edition */
  kept: z.boolean(),
  levels: z.array(LadderLevel),
});
export type Ladder = z.infer<typeof Ladder>;

const End = z.object({
  scale: z.string(),
  edition: z.number().int(),
  lowest: z.number().int(),
  highest: z.number().int(),
});

export const EquatingRow = z.object({
  id: z.number().int(),
  from: End,
  to: End,
  relation: z.enum(['equated', 'typical']),
  method: z.string(),
  confidence: z.number(),
  source: z.string(),
  /** why, where somebody has said it */
  reason: Words,
  /** comes with the program, whose editors compared the two; `method` is empty then */
  fromProgram: z.boolean(),
  by: Doer,
  validFrom: z.string(),
  validTo: z.string().nullable(),
});
export type EquatingRow = z.infer<typeof EquatingRow>;

/** GET /api/frameworks/:code/levels?of= */
export const FrameworkLevels = z.object({
  framework: z.object({ code: z.string(), title: LocalText }),
  version: z.object({
    version: z.string(),
    status: z.enum(['draft', 'in-review', 'published', 'superseded']),
  }),
  /** what else the reader may look at */
  has: z.object({ published: z.boolean(), draft: z.boolean() }),
  /** the newest editions; those of another framework only where they may be equated with */
  scales: z.array(Ladder),
  /** in force first */
  equatings: z.array(EquatingRow),
  may: z.object({ equate: z.boolean(), editScales: z.boolean() }),
});
export type FrameworkLevels = z.infer<typeof FrameworkLevels>;

export const Which = z.enum(['published', 'draft']);

/** GET /api/frameworks/:code/levels/:scale/:level?of=: who says something at one level. */
export const AtLevel = z.object({
  total: z.number().int(),
  items: z.array(
    z.object({
      code: z.string(),
      label: Words,
      /** what it says at the level; empty where it only stands for it */
      says: Words,
      standsFor: z.boolean(),
    }),
  ),
});
export type AtLevel = z.infer<typeof AtLevel>;
