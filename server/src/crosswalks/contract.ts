import { z } from 'zod';
import { Words } from '../frameworks/reading/contract.ts';
import { LocalText } from '../languages/contract.ts';

/** What the ends of a crosswalk are. */
export const EndKind = z.enum(['competency', 'role']);
export type EndKind = z.infer<typeof EndKind>;

/** Read as a sentence: the one is exact / broader / narrower / related to the other. */
export const Relation = z.enum(['exact', 'broader', 'narrower', 'related']);
export type Relation = z.infer<typeof Relation>;

export const CrosswalkStatus = z.enum(['proposed', 'accepted', 'rejected']);
export type CrosswalkStatus = z.infer<typeof CrosswalkStatus>;

export const CrosswalkEnd = z.object({
  kind: EndKind,
  id: z.number().int(),
  uuid: z.string(),
  code: z.string(),
  label: Words,
  framework: z.object({ code: z.string(), title: Words, inUse: z.boolean() }),
  /** false: it no longer stands in the version in force */
  current: z.boolean(),
});
export type CrosswalkEnd = z.infer<typeof CrosswalkEnd>;

/** GET /api/crosswalks/of/:uuid: the accepted crosswalks of one competency or role, the closest first. */
export const CrosswalkLink = z.object({
  uuid: z.string(),
  /** seen from `item`: item is … to other */
  relation: Relation,
  confidence: z.number().nullable(),
  source: z.string(),
  note: z.string().nullable(),
  item: CrosswalkEnd,
  other: CrosswalkEnd,
});
export type CrosswalkLink = z.infer<typeof CrosswalkLink>;

const FrameworkName = z.object({ code: z.string(), title: LocalText, version: z.string() });

/** Which crosswalks are spoken of: those of one kind between two frameworks. */
export const PairOfFrameworks = z.object({
  from: z.string().min(1).max(60),
  to: z.string().min(1).max(60),
  kind: EndKind.default('competency'),
});
export type PairOfFrameworks = z.infer<typeof PairOfFrameworks>;

/** GET /api/crosswalks/items?framework=&kind=: a tree in its order, each item after its parent. */
export const CrosswalkItems = z.object({
  framework: FrameworkName,
  items: z.array(
    z.object({
      id: z.number().int(),
      code: z.string(),
      kind: z.string(),
      /** place of the parent in this list; null at the top */
      parent: z.number().int().nullable(),
      label: LocalText,
    }),
  ),
});
export type CrosswalkItems = z.infer<typeof CrosswalkItems>;

/** Why something was proposed. `code` chooses the words; the rest fills them. */
export const Grounds = z
  .object({ code: z.string() })
  .catchall(z.union([z.string(), z.number(), z.array(z.string())]));
export type Grounds = z.infer<typeof Grounds>;

/** Two items of two frameworks and what is said of them by all sources, as it stands now. */
export const CrosswalkPair = z.object({
  /** of the framework `from`, whichever way the source wrote it */
  from: z.number().int(),
  to: z.number().int(),
  relation: Relation,
  status: CrosswalkStatus,
  confidence: z.number().nullable(),
  source: z.string(),
  grounds: Grounds.nullable(),
  note: z.string().nullable(),
  /** a person has decided it; null: nobody, or the source itself */
  decidedAt: z.string().nullable(),
  /** what a decision sends back, so that two reviewers at once are told */
  revision: z.number().int(),
  /** what other sources say of the same two, where it differs */
  others: z.array(z.object({ source: z.string(), relation: Relation })),
});
export type CrosswalkPair = z.infer<typeof CrosswalkPair>;

/** GET /api/crosswalks/pairs?from=&to=&kind= */
export const CrosswalkPairs = z.object({ pairs: z.array(CrosswalkPair) });
export type CrosswalkPairs = z.infer<typeof CrosswalkPairs>;

/** POST /api/crosswalks/decisions: a person's word about two items. */
export const NewCrosswalkDecision = z.object({
  kind: EndKind,
  from: z.number().int(),
  to: z.number().int(),
  /** accepted as this; null: the two have nothing to do with each other */
  relation: Relation.nullable(),
  note: z.string().trim().max(1000).optional(),
  /** the pair's revision as it was seen; 0: nothing was said of the two */
  seen: z.number().int().min(0),
});
export type NewCrosswalkDecision = z.infer<typeof NewCrosswalkDecision>;

/** `pair` null: nothing stands any more (undone). */
export const CrosswalkDecided = z.object({ batch: z.string(), pair: CrosswalkPair.nullable() });
export type CrosswalkDecided = z.infer<typeof CrosswalkDecided>;

/** POST /api/crosswalks/proposals: left for somebody else to decide. */
export const NewCrosswalkProposal = z.object({
  kind: EndKind,
  from: z.number().int(),
  to: z.number().int(),
  relation: Relation,
  confidence: z.number().min(0).max(1).optional(),
  note: z.string().trim().max(1000).optional(),
});
export type NewCrosswalkProposal = z.infer<typeof NewCrosswalkProposal>;

/** POST /api/crosswalks/decisions/:batch/undo; `left`: those that somebody has decided again meanwhile. */
export const CrosswalkUndone = z.object({
  undone: z.number().int(),
  left: z.number().int(),
  pairs: z.array(
    z.object({ from: z.number().int(), to: z.number().int(), pair: CrosswalkPair.nullable() }),
  ),
});
export type CrosswalkUndone = z.infer<typeof CrosswalkUndone>;

/** GET /api/crosswalks/bulk?from=&to=&kind=&above= */
export const BulkPreview = z.object({
  pairs: z.number().int(),
  byRelation: z.record(Relation, z.number().int()),
  /** left for a person: each would stand beside another exact match of the same item */
  conflicting: z.number().int(),
  /** of exactly these pairs as they stand; a confirmation carries it */
  fingerprint: z.string(),
});
export type BulkPreview = z.infer<typeof BulkPreview>;

/** POST /api/crosswalks/bulk */
export const BulkAccept = PairOfFrameworks.extend({
  above: z.number().min(0).max(1),
  fingerprint: z.string(),
});
export type BulkAccept = z.infer<typeof BulkAccept>;
export const BulkAccepted = z.object({ batch: z.string(), accepted: z.number().int() });

/** How a program looks: by names alone, or by all that is said of the items. */
export const SeekMethod = z.enum(['lexical', 'engine']);
export type SeekMethod = z.infer<typeof SeekMethod>;

export const NewProposalRun = PairOfFrameworks.extend({ method: SeekMethod.default('lexical') });
export type NewProposalRun = z.infer<typeof NewProposalRun>;

/** POST /api/crosswalks/runs starts the search, GET /api/crosswalks/runs/:id says how far it is. */
export const ProposalRun = z.object({
  id: z.number().int(),
  from: z.string(),
  to: z.string(),
  kind: EndKind,
  method: SeekMethod,
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.number().int(),
  total: z.number().int().nullable(),
  counts: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    removed: z.number().int(),
  }),
});
export type ProposalRun = z.infer<typeof ProposalRun>;

const Reach = z.object({
  items: z.number().int(),
  /** reached by exact, broader or narrower */
  reached: z.number().int(),
  exact: z.number().int(),
  /** reached by related alone: not counted as reached */
  relatedOnly: z.number().int(),
});
export type Reach = z.infer<typeof Reach>;

const Side = Reach.extend({
  framework: FrameworkName,
  areas: z.array(Reach.extend({ code: z.string(), label: LocalText })),
});

export const ConflictCode = z.enum(['two-exact', 'exact-beside', 'loop', 'gone']);
export type ConflictCode = z.infer<typeof ConflictCode>;

const ReportEnd = z.object({
  id: z.number().int(),
  side: z.enum(['from', 'to']),
  code: z.string(),
  label: LocalText,
});

export const Conflict = z.object({
  code: ConflictCode,
  /** the items that it is about, in the order in which the words name them */
  items: z.array(ReportEnd),
  /** the pairs to look at again */
  pairs: z.array(z.object({ from: z.number().int(), to: z.number().int(), relation: Relation })),
});
export type Conflict = z.infer<typeof Conflict>;

/** GET /api/crosswalks/report?from=&to=&kind= */
export const CrosswalkReport = z.object({
  kind: EndKind,
  accepted: z.number().int(),
  from: Side,
  to: Side,
  conflicts: z.array(Conflict),
});
export type CrosswalkReport = z.infer<typeof CrosswalkReport>;

/** GET /api/crosswalks: what can be compared, and what has been. */
export const CrosswalkOverview = z.object({
  frameworks: z.array(
    FrameworkName.extend({ competencies: z.number().int(), roles: z.number().int() }),
  ),
  pairs: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      kind: EndKind,
      accepted: z.number().int(),
      /** null for those who do not decide: proposals are theirs alone */
      waiting: z.number().int().nullable(),
      rejected: z.number().int().nullable(),
    }),
  ),
  run: ProposalRun.nullable(),
});
export type CrosswalkOverview = z.infer<typeof CrosswalkOverview>;
