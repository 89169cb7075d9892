import { z } from 'zod';
import { LocalText } from '../../languages/contract.ts';
import { CompetencyKind } from '../contract.ts';

export const RoleKind = z.enum([
  'group',
  'occupation',
  'work-role',
  'role-profile',
  'job-position',
]);
export type RoleKind = z.infer<typeof RoleKind>;

export const TextOrigin = z.enum(['source', 'person', 'machine-draft']);
export type TextOrigin = z.infer<typeof TextOrigin>;

export const RELATIONS = [
  ...['child-of', 'part-of', 'related', 'peer-of', 'precedes', 'exemplar-of', 'has-level'],
  ...['essential-for', 'optional-for', 'replaced-by', 'translation-of'],
] as const;

/**
 * What an item or a role says, field by field; a field that says nothing is absent. The keys:
 * 'code', 'kind', 'sourceKind', 'parent' (sourceId), 'sequence', 'label vi', 'definition en', 'note vi',
 * 'origin label vi'; of items 'stands for' {scale, level}, 'level <scale> <n>' true,
 * 'descriptor <scale> <n> <language>', 'relation <relation> <sourceId>' {sequence?, extra?}; of roles
 * 'title <language> <title>' true, 'requirement <sourceId>' {necessity, level?, weight?}; 'extra'.
 */
export const Fields = z.record(z.string().min(1).max(2_200), z.unknown());
export type Fields = Record<string, unknown>;

/** Who did something: the name where the reader may see it, always the organisation. */
export const Doer = z.object({
  actorId: z.number().int(),
  self: z.boolean(),
  name: z.string().nullable(),
  organisation: LocalText,
});
export type Doer = z.infer<typeof Doer>;

export const ReviewState = z.object({
  id: z.number().int(),
  organisationId: z.number().int(),
  organisation: LocalText,
  requestedAt: z.string(),
  requestedBy: Doer,
  decision: z.enum(['approved', 'changes-requested', 'withdrawn']).nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: Doer.nullable(),
  note: z.string().nullable(),
  /** nothing has been edited since it was submitted */
  current: z.boolean(),
});
export type ReviewState = z.infer<typeof ReviewState>;

export const AboutDraft = z.object({
  texts: z.array(
    z.object({
      field: z.enum(['title', 'description', 'note']),
      language: z.string(),
      value: z.string(),
      origin: TextOrigin,
    }),
  ),
  licence: z.string(),
  version: z.string(),
});

/** GET /api/frameworks/:code/draft */
export const Draft = z.object({
  code: z.string(),
  version: z.string(),
  status: z.enum(['draft', 'in-review']),
  revision: z.number().int(),
  inUse: z.boolean(),
  reason: z.string(),
  owner: z.object({ id: z.number().int(), name: LocalText }),
  basedOn: z.string().nullable(),
  about: AboutDraft,
  counts: z.object({
    items: z.number().int(),
    roles: z.number().int(),
    machineDrafts: z.number().int(),
    openThreads: z.number().int(),
    proposedForms: z.number().int(),
  }),
  reviews: z.array(ReviewState),
  may: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    comment: z.boolean(),
    decide: z.boolean(),
    publish: z.boolean(),
  }),
});
export type Draft = z.infer<typeof Draft>;

/** One line of the tree; siblings come in their order. */
export const TreeEntry = z.object({
  id: z.number().int(),
  parentId: z.number().int().nullable(),
  sourceId: z.string(),
  code: z.string(),
  kind: z.string(),
  label: LocalText,
  /** open threads on it */
  threads: z.number().int(),
});
export type TreeEntry = z.infer<typeof TreeEntry>;

export const DraftTree = z.object({ revision: z.number().int(), entries: z.array(TreeEntry) });
export type DraftTree = z.infer<typeof DraftTree>;

/** An item or a role of a draft. `seen` is the revision that an edit of it has to carry. */
export const DraftPart = z.object({
  id: z.number().int(),
  sourceId: z.string(),
  uuid: z.string(),
  fields: Fields,
  seen: z.number().int(),
});
export type DraftPart = z.infer<typeof DraftPart>;

export const Edited = z.object({ revision: z.number().int(), part: DraftPart.nullable() });
export type Edited = z.infer<typeof Edited>;

export const EditPart = z.object({
  seen: z.number().int(),
  /** null takes a field away */
  change: Fields,
});
export type EditPart = z.infer<typeof EditPart>;

export const AddPart = z.object({
  parentId: z.number().int().nullable(),
  /** the sibling that it comes before; null: at the end */
  beforeId: z.number().int().nullable(),
  code: z.string().trim().min(1).max(200),
  kind: z.string(),
  fields: Fields.default({}),
});
export type AddPart = z.infer<typeof AddPart>;

export const MovePart = z.object({
  seen: z.number().int(),
  parentId: z.number().int().nullable(),
  beforeId: z.number().int().nullable(),
});
export type MovePart = z.infer<typeof MovePart>;

export const RemovePart = z.object({
  seen: z.number().int(),
  reason: z.string().max(2000).optional(),
});
export type RemovePart = z.infer<typeof RemovePart>;

export const EditAction = z.enum([
  'created',
  'changed',
  'moved',
  'removed',
  'restored',
  'imported',
]);

/** One line of the history of an item, of a role or of the whole. */
export const Edit = z.object({
  id: z.number(),
  revision: z.number().int(),
  version: z.string(),
  at: z.string(),
  by: Doer,
  action: EditAction,
  part: z.enum(['item', 'role', 'whole']),
  partId: z.number().int().nullable(),
  partLabel: z.string(),
  before: Fields.nullable(),
  after: Fields.nullable(),
  reason: z.string().nullable(),
  undoable: z.boolean(),
});
export type Edit = z.infer<typeof Edit>;

/** A field that somebody else changed after the editor had read it. */
export const Conflict = z.object({
  field: z.string(),
  /** what stood when the editor read it, where the history tells */
  base: z.unknown(),
  theirs: z.unknown(),
  yours: z.unknown(),
  by: Doer,
  at: z.string(),
});
export type Conflict = z.infer<typeof Conflict>;

/**
 * The extra members of a problem+json with the code draft-edit-conflict. Whoever has seen both wordings sends the
 * chosen one with this revision: what others write after it is a conflict again.
 */
export const ConflictBody = z.object({ conflicts: z.array(Conflict), revision: z.number().int() });
export type ConflictBody = z.infer<typeof ConflictBody>;

export const NewFramework = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9.-]{0,59}$/),
  title: z.object({
    vi: z.string().trim().max(2000),
    en: z.string().trim().max(2000),
  }),
  version: z.string().trim().min(1).max(60).default('1'),
  licence: z.string().trim().min(1).max(200).default('CC-BY-4.0'),
  reason: z.string().trim().max(2000).default(''),
});
export type NewFramework = z.infer<typeof NewFramework>;

export const BeginVersion = z.object({
  version: z.string().trim().min(1).max(60),
  reason: z.string().trim().max(2000).default(''),
});
export type BeginVersion = z.infer<typeof BeginVersion>;

export const EditAbout = EditPart;

export const LintFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  part: z.enum(['item', 'role', 'scale', 'whole']),
  partId: z.number().int().nullable(),
  partLabel: z.string(),
  column: z.string().nullable(),
  words: z.object({ vi: z.string(), en: z.string() }),
});
export type LintFinding = z.infer<typeof LintFinding>;

export const LintReport = z.object({
  revision: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  /** the first 500, errors first */
  findings: z.array(LintFinding),
});
export type LintReport = z.infer<typeof LintReport>;

const LevelText = z.object({
  field: z.enum(['label', 'descriptor']),
  language: z.string().min(2).max(35),
  value: z.string().max(20_000),
});
export const DraftScale = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/),
  kind: z.enum(['proficiency', 'qualification']),
  texts: z.array(
    z.object({
      field: z.enum(['title', 'description']),
      language: z.string().min(2).max(35),
      value: z.string().max(20_000),
    }),
  ),
  levels: z
    .array(
      z.object({
        level: z.number().int().min(-100).max(1000),
        code: z.string().trim().min(1).max(60).nullable(),
        texts: z.array(LevelText),
      }),
    )
    .min(1)
    .max(100),
});
export type DraftScale = z.infer<typeof DraftScale>;

const LevelRange = z.object({
  scale: z.string().min(1),
  lowest: z.number().int(),
  highest: z.number().int(),
});
export const NewEquating = z.object({
  from: LevelRange,
  to: LevelRange,
  relation: z.enum(['equated', 'typical']),
  method: z.string().trim().min(1).max(500),
  confidence: z.number().min(0).max(1),
  source: z.string().trim().min(1).max(2000),
  validFrom: z.iso.date(),
});
export type NewEquating = z.infer<typeof NewEquating>;

export const Kinds = { item: CompetencyKind, role: RoleKind } as const;

/** GET /api/drafts: the frameworks that the reader drafts, reviews or publishes. */
export const DraftLine = z.object({
  code: z.string(),
  title: LocalText,
  owner: LocalText,
  mine: z.boolean(),
  published: z.string().nullable(),
  draft: z
    .object({
      version: z.string(),
      status: z.enum(['draft', 'in-review']),
      /** of the latest submission */
      decision: z.enum(['approved', 'changes-requested', 'withdrawn']).nullable(),
      changedAt: z.string(),
    })
    .nullable(),
});
export type DraftLine = z.infer<typeof DraftLine>;
