import { z } from 'zod';
import { LocalText } from '../../languages/contract.ts';
import { CompetencyKind } from '../contract.ts';

/** One text in every language that has it: `{ vi: '…', en: '…' }`. */
export const Words = z.record(z.string(), z.string());
export type Words = z.infer<typeof Words>;

export const RoleKind = z.enum([
  'group',
  'occupation',
  'work-role',
  'role-profile',
  'job-position',
]);
export type RoleKind = z.infer<typeof RoleKind>;

/** One version that everybody may read: published, or published once. */
export const VersionEntry = z.object({
  version: z.string(),
  status: z.enum(['published', 'superseded']),
  publishedOn: z.string().nullable(),
  licence: z.string(),
});
export type VersionEntry = z.infer<typeof VersionEntry>;

/** A framework as its newest published version describes it. */
export const FrameworkEntry = z.object({
  code: z.string(),
  uuid: z.string(),
  title: Words,
  /** the format that it was imported from; null: drafted here */
  source: z.string().nullable(),
  uri: z.string().nullable(),
  inUse: z.boolean(),
  owner: LocalText,
  version: VersionEntry,
  versions: z.number().int(),
  counts: z.object({
    areas: z.number().int(),
    competencies: z.number().int(),
    roles: z.number().int(),
    aliases: z.number().int(),
  }),
  /** of the labels of its items */
  languages: z.array(z.string()),
});
export type FrameworkEntry = z.infer<typeof FrameworkEntry>;

export const Level = z.object({
  level: z.number().int(),
  code: z.string().nullable(),
  label: Words,
  descriptor: Words,
});
export const Scale = z.object({
  code: z.string(),
  kind: z.enum(['proficiency', 'qualification']),
  title: Words,
  levels: z.array(Level),
});
export type Scale = z.infer<typeof Scale>;

/** GET /api/frameworks/:code: one version with what is said about the whole. */
export const FrameworkDetail = FrameworkEntry.omit({ versions: true }).extend({
  description: Words,
  note: Words,
  /** under which CASE serves this version: /ims/case/v1p1/CFPackages/… */
  documentUuid: z.uuid(),
  versions: z.array(VersionEntry),
  scales: z.array(Scale),
});
export type FrameworkDetail = z.infer<typeof FrameworkDetail>;

/**
 * GET /api/frameworks/:code/tree: all items (or roles) of a version in reading order, as columns, so
 * that tens of thousands travel in little. `parent` is a place in the list, -1 at the top.
 */
export const VersionTree = z.object({
  framework: z.string(),
  version: z.string(),
  kinds: z.array(z.string()),
  languages: z.array(z.string()),
  id: z.array(z.number()),
  parent: z.array(z.number()),
  /** place in `kinds` */
  kind: z.array(z.number()),
  code: z.array(z.string()),
  /** in the language asked for where there is one, else in another */
  label: z.array(z.string()),
  /** place in `languages` */
  lang: z.array(z.number()),
  /** place of the first item that a tool is an example of, -1 for none; empty where no tool says so */
  exemplarOf: z.array(z.number()).default([]),
});
export type VersionTree = z.infer<typeof VersionTree>;

/** What names the framework of an item, with what its licence wants to be said. */
export const FrameworkOf = VersionEntry.extend({
  code: z.string(),
  title: Words,
  note: Words,
  source: z.string().nullable(),
  uri: z.string().nullable(),
  inUse: z.boolean(),
});
export type FrameworkOf = z.infer<typeof FrameworkOf>;

export const ItemRef = z.object({
  id: z.number().int(),
  code: z.string(),
  kind: CompetencyKind,
  label: Words,
});
export type ItemRef = z.infer<typeof ItemRef>;

export const RoleRef = z.object({
  id: z.number().int(),
  code: z.string(),
  kind: RoleKind,
  label: Words,
});
export type RoleRef = z.infer<typeof RoleRef>;

/** A level with the scale it is of. */
export const LevelRef = z.object({
  scale: z.string(),
  level: z.number().int(),
  code: z.string().nullable(),
  label: Words,
});
export type LevelRef = z.infer<typeof LevelRef>;

/** A rung of the ladder of an item; `says`: what somebody at it can do with this item. */
export const Rung = LevelRef.extend({ says: Words, descriptor: Words });
export type Rung = z.infer<typeof Rung>;

/** GET /api/frameworks/:code/document: what a reader reads on paper, in order. */
export const FrameworkDocument = z.array(
  ItemRef.extend({
    depth: z.number().int(),
    definition: Words,
    levels: z.array(LevelRef.extend({ says: Words })),
  }),
);
export type FrameworkDocument = z.infer<typeof FrameworkDocument>;

const Standing = {
  id: z.number().int(),
  uuid: z.string(),
  code: z.string(),
  uri: z.string().nullable(),
  sourceKind: z.string().nullable(),
  label: Words,
  definition: Words,
  note: Words,
  framework: FrameworkOf,
  /** every version that has it, the newest first */
  versions: z.array(
    VersionEntry.pick({ version: true, status: true }).extend({ code: z.string() }),
  ),
};

/** GET /api/frameworks/:code/items/:item */
export const ItemDetail = z.object({
  ...Standing,
  kind: CompetencyKind,
  /** it stands for one level of its parent */
  level: LevelRef.nullable(),
  path: z.array(ItemRef),
  /** beside the one it stands under */
  otherParents: z.array(ItemRef),
  children: z.object({
    total: z.number().int(),
    /** `level`: what stands for one level of this item */
    list: z.array(ItemRef.extend({ level: LevelRef.nullable() })),
  }),
  levels: z.array(Rung),
  /** the levels at which it can sensibly be held; null: not said */
  range: z
    .object({ scale: z.string(), lowest: z.number().int(), highest: z.number().int() })
    .nullable(),
  aliases: z.array(z.object({ form: z.string(), language: z.string() })),
  relations: z.array(
    z.object({ relation: z.string(), direction: z.enum(['from', 'to']), item: ItemRef }),
  ),
  roles: z.object({
    total: z.number().int(),
    list: z.array(
      z.object({
        role: RoleRef,
        necessity: z.enum(['essential', 'desirable']),
        level: LevelRef.nullable(),
        weight: z.number().nullable(),
      }),
    ),
  }),
  /** what it became in a later version, or what it came from */
  succession: z.array(
    z.object({
      kind: z.enum(['replaced', 'split', 'merged', 'ended']),
      direction: z.enum(['into', 'from']),
      version: z.string(),
      item: ItemRef.nullable(),
      weight: z.number(),
      reason: z.string(),
    }),
  ),
});
export type ItemDetail = z.infer<typeof ItemDetail>;

/** What a requirement rests on: a proposal of experts, an occupation of O*NET, or a share of n advertisements. */
export const Evidence = z.object({
  source: z.enum(['expert', 'onet', 'advertisements']),
  /** the occupation, or the advertisements that were counted */
  from: z.string().nullable(),
  share: z.number().nullable(),
  n: z.number().int().nullable(),
  asOf: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** GET /api/frameworks/:code/roles/:role */
export const RoleDetail = z.object({
  ...Standing,
  kind: RoleKind,
  path: z.array(RoleRef),
  children: z.object({ total: z.number().int(), list: z.array(RoleRef) }),
  titles: z.array(z.object({ title: z.string(), language: z.string() })),
  /** how classifications of occupations name it */
  codes: z.object({ isco: z.array(z.string()), onet: z.array(z.string()) }),
  /** levels of the European Qualifications Framework that people in it usually hold; never the role itself */
  qualification: z
    .object({ lowest: z.number().int(), highest: z.number().int(), note: Words })
    .nullable(),
  requirements: z.array(
    z.object({
      item: ItemRef,
      necessity: z.enum(['essential', 'desirable']),
      level: LevelRef.nullable(),
      weight: z.number().nullable(),
      evidence: z.array(Evidence),
    }),
  ),
});
export type RoleDetail = z.infer<typeof RoleDetail>;
