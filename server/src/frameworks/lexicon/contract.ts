import { z } from 'zod';
import { Paging } from '../../http/contract.ts';
import { LocalText } from '../../languages/contract.ts';
import { Doer } from '../drafting/contract.ts';

export const FormStatus = z.enum(['proposed', 'approved', 'rejected', 'ended']);
export type FormStatus = z.infer<typeof FormStatus>;

export const FormFilter = z.object({
  /** looks in forms, codes and names of competencies; accents and case aside */
  q: z.string().trim().max(200).optional(),
  formLanguage: z.string().max(35).optional(),
  /** left out: proposed and in force */
  status: z.enum([...FormStatus.options, 'all']).optional(),
  source: z.string().max(200).optional(),
  /** the code of one competency */
  competency: z.string().max(200).optional(),
  competencyId: z.coerce.number().int().optional(),
  /** only forms that name two competencies */
  collisions: z.stringbool().optional(),
});
export type FormFilter = z.infer<typeof FormFilter>;

export const FormQuery = FormFilter.extend(Paging.shape);
export type FormQuery = z.infer<typeof FormQuery>;

export const LexiconCompetency = z.object({
  id: z.number().int(),
  code: z.string(),
  label: LocalText,
  /** stands in a version that is or was published */
  published: z.boolean(),
});
export type LexiconCompetency = z.infer<typeof LexiconCompetency>;

/** Who did it and when; null where nobody wrote that down. */
const Done = z.object({ by: Doer.nullable(), at: z.string().nullable() });

export const LexiconForm = z.object({
  id: z.number().int(),
  competency: LexiconCompetency,
  form: z.string(),
  language: z.string(),
  caseSensitive: z.boolean(),
  fields: z.array(z.string()).nullable(),
  status: FormStatus,
  source: z.string(),
  note: z.string().nullable(),
  /** in how many texts reviewers of links had met it when they proposed it */
  texts: z.number().int().nullable(),
  proposed: Done.nullable(),
  approved: Done.nullable(),
  rejected: Done.nullable(),
  ended: Done.nullable(),
  /** other competencies that the same words name or are proposed for, case aside */
  collisions: z.array(z.object({ framework: z.string(), code: z.string(), label: LocalText })),
});
export type LexiconForm = z.infer<typeof LexiconForm>;

/** GET /api/frameworks/:code/lexicon: by competency, the proposed ones first. */
export const LexiconPage = z.object({ total: z.number().int(), items: z.array(LexiconForm) });
export type LexiconPage = z.infer<typeof LexiconPage>;

/** GET /api/frameworks/:code/lexicon/summary */
export const LexiconSummary = z.object({
  framework: z.object({
    code: z.string(),
    title: LocalText,
    inUse: z.boolean(),
    published: z.boolean(),
  }),
  counts: z.object({
    proposed: z.number().int(),
    approved: z.number().int(),
    rejected: z.number().int(),
    ended: z.number().int(),
    collisions: z.number().int(),
  }),
  languages: z.array(z.string()),
  sources: z.array(z.string()),
  may: z.object({ propose: z.boolean(), decide: z.boolean() }),
});
export type LexiconSummary = z.infer<typeof LexiconSummary>;

/** POST /api/frameworks/:code/lexicon: nothing is recognised by it until an editor approves. */
export const ProposeForm = z.object({
  competencyId: z.number().int(),
  form: z.string().trim().min(1).max(300),
  language: z.enum(['vi', 'en']),
  caseSensitive: z.boolean().default(false),
  fields: z
    .array(z.enum(['title', 'tag', 'text']))
    .min(1)
    .nullable()
    .default(null),
  note: z.string().trim().max(2000).optional(),
});
export type ProposeForm = z.infer<typeof ProposeForm>;

const Ids = z.array(z.number().int().positive()).min(1).max(200);

/** POST /api/frameworks/:code/lexicon/decisions: all of them or none. */
export const DecideForms = z.object({
  ids: Ids,
  decision: z.enum(['approve', 'reject', 'end']),
  note: z.string().trim().max(2000).optional(),
});
export type DecideForms = z.infer<typeof DecideForms>;

/** POST /api/frameworks/:code/lexicon/undo: takes the last decision on each of them back. */
export const UndoForms = z.object({ ids: Ids });

/** Under which id each form stands now; what was in force once keeps its row, and its wording gets a new one. */
export const FormsNow = z.object({
  forms: z.array(z.object({ id: z.number().int(), now: z.number().int(), status: FormStatus })),
});
export type FormsNow = z.infer<typeof FormsNow>;
