import { z } from 'zod';
import { CompetencyRef } from '../frameworks/contract.ts';

/** Where a text stood in its document: a share counted from texts alone is shown beside the share of all fields. */
export const Field = z.enum(['title', 'tag', 'text']);
export type Field = z.infer<typeof Field>;

/** What a text is: probabilities are calibrated for each kind. */
export const DocumentType = z.enum(['advertisement', 'syllabus', 'other']);
export type DocumentType = z.infer<typeof DocumentType>;

/** `dictionary`: listed forms and people's decisions. `hybrid`: that, and a ranking of what no listed form names. */
export const Tier = z.enum(['dictionary', 'hybrid']);
export type Tier = z.infer<typeof Tier>;

/**
 * How the dictionary tier found a link.
 * - `exact`: the same words as the listed form, accents included.
 * - `near`: another spacing or hyphenation, a plural, or British spelling of it.
 * - `unaccented`: a Vietnamese form written without its diacritics.
 * - `decision`: a phrase that is no listed form, accepted by a person.
 */
export const DictionaryMethod = z.enum(['exact', 'near', 'unaccented', 'decision']);
export type DictionaryMethod = z.infer<typeof DictionaryMethod>;

/** `hybrid`: no listed form stands there; the ranking of the hybrid tier proposed it. */
export const LinkMethod = z.enum([...DictionaryMethod.options, 'hybrid']);
export type LinkMethod = z.infer<typeof LinkMethod>;

/**
 * One competency found in one text by the dictionary tier. `start` and `end` are UTF-16 offsets into
 * the text as it was given, so `text.slice(start, end) === surface`. `normalised` is the key under
 * which people's decisions about this surface are kept; `form` is the listed form that was recognised.
 */
export const TextLink = z.object({
  competencyId: z.int().positive(),
  field: Field,
  start: z.int().nonnegative(),
  end: z.int().positive(),
  surface: z.string().min(1),
  normalised: z.string().min(1),
  method: DictionaryMethod,
  form: z.string().min(1),
});
export type TextLink = z.infer<typeof TextLink>;

/** `accepted` counts unless a person rejects it; `review` counts only once a person has accepted it. */
export const Band = z.enum(['accepted', 'review']);
export type Band = z.infer<typeof Band>;

/**
 * A person's word about a surface and a competency. `ambiguous`: the words alone do not say which competency is
 * meant. Only what is accepted counts.
 */
export const Verdict = z.enum(['accept', 'reject', 'ambiguous']);
export type Verdict = z.infer<typeof Verdict>;

/** The range of levels of a scale that the words around a span speak for, and which words. A proposal. */
export const ProposedLevel = z.object({
  scale: z.string(),
  low: z.number().int(),
  high: z.number().int(),
  ground: z.string(),
  cue: z.string(),
  rulesSince: z.string(),
});
export type ProposedLevel = z.infer<typeof ProposedLevel>;

/** A reason as data, for programs, and as a sentence, for people. */
export const SaidReason = z.object({
  kind: z.string(),
  data: z.record(z.string(), z.unknown()),
  words: z.object({ vi: z.string(), en: z.string() }),
});
export type SaidReason = z.infer<typeof SaidReason>;

/** `off`: this installation links by the dictionary alone. `waiting`: nobody has asked for an index yet. */
export const HybridStatus = z.enum(['ready', 'building', 'failed', 'waiting', 'off']);
export type HybridStatus = z.infer<typeof HybridStatus>;

/** POST /api/linking/links: the competencies that one text names. Kept nowhere. */
export const LinksRequest = z.object({
  /** At most as many UTF-16 units as the hybrid tier reads of a text. */
  text: z.string().min(1).max(200_000),
  field: Field.default('text'),
  documentType: DocumentType.default('other'),
  tier: Tier.default('hybrid'),
  /** Codes of published frameworks, in use or not; left out: all that are in use. */
  frameworks: z.array(z.string().max(200)).min(1).max(3).optional(),
});
export type LinksRequest = z.infer<typeof LinksRequest>;

export const FoundView = z.object({
  competency: CompetencyRef,
  start: z.number().int(),
  end: z.number().int(),
  surface: z.string(),
  normalised: z.string(),
  method: LinkMethod,
  form: z.string(),
  band: Band,
  /** That the link is right; of the dictionary tier what was measured of its method. */
  probability: z.number().nullable(),
  /** What a person has said of this surface and competency; rejected ones count nowhere. */
  verdict: Verdict.nullable(),
  level: ProposedLevel.nullable(),
  reasons: z.array(SaidReason),
});
export type FoundView = z.infer<typeof FoundView>;

export const LinksReply = z.object({
  linker: z.object({
    /** The tier that made these links: `dictionary` while the index of the hybrid tier is being built. */
    tier: Tier,
    hybrid: HybridStatus,
    version: z.string(),
    /** Over forms and decisions of the dictionary tier, over the index of the hybrid tier. */
    hash: z.string(),
    indexHash: z.string().nullable(),
    frameworks: z.array(z.object({ code: z.string(), version: z.string() })),
  }),
  /** How much was read, of how many UTF-16 units. */
  read: z.object({ units: z.number().int(), of: z.number().int() }),
  /** In the order of the text. */
  links: z.array(FoundView),
});
export type LinksReply = z.infer<typeof LinksReply>;

/** GET /api/linking/state: how far the texts of this installation are linked, and by what. */
export const LinkingState = z.object({
  hybrid: HybridStatus,
  linkerVersion: z.string(),
  frameworks: z.array(z.object({ code: z.string(), version: z.string() })),
  builtAt: z.string().nullable(),
  /** When the last run of the present linker had linked everything; null: none has yet. */
  linkedAt: z.string().nullable(),
  /** The run under way. */
  run: z
    .object({ done: z.number().int(), total: z.number().int(), startedAt: z.string() })
    .nullable(),
});
export type LinkingState = z.infer<typeof LinkingState>;
