import { z } from 'zod';
import { CompetencyKind } from '#src/frameworks/contract.ts';

/** What stands in the files of reference/framework/; reference/README.md tells it to their authors. */

const Text = z.string().trim().min(1);
const Both = z.strictObject({ vi: Text, en: Text });
const Code = z.string().regex(/^[A-Z0-9][A-Z0-9.+-]*$/);
const Uuid = z.uuid().toLowerCase().optional();
const Level = z.int().min(1).max(8);
const Day = z.iso.date();
const Field = z.enum(['title', 'tag', 'text']);
const Match = z.strictObject({
  caseSensitive: z.boolean().optional(),
  fields: z.array(Field).min(1).optional(),
});
const Alias = Match.extend({ form: Text, lang: z.enum(['vi', 'en']) });

export const FrameworkFile = z.strictObject({
  code: z.string().min(1),
  uuid: z.uuid().toLowerCase(),
  version: z.string().regex(/^\d+\.\d+$/),
  publishedOn: Day,
  licence: Text,
  title: Both,
  description: Both.optional(),
});

/** What our levels are on the scale of another framework; `awaits` says why nothing is said of it yet. */
export const ScaleEquating = z.strictObject({
  /** the code of the other scale, and of the framework that it comes with */
  scale: Text,
  framework: Text,
  title: Both,
  /** what was read, and the day on which it was compared */
  source: Text.optional(),
  asOf: Day.optional(),
  awaits: Both.optional(),
  levels: z
    .array(
      z.strictObject({
        level: Level,
        /** lowest and highest level of theirs */
        range: z.tuple([z.int(), z.int()]),
        confidence: z.number().min(0).max(1),
        reason: Both,
      }),
    )
    .default([]),
});

export const ScaleFile = z.strictObject({
  code: z.string().min(1),
  uuid: z.uuid().toLowerCase(),
  title: Both,
  description: Both,
  levels: z
    .array(
      z.strictObject({
        level: Level,
        label: Both,
        autonomy: Both,
        complexity: Both,
        responsibility: Both,
      }),
    )
    .length(8),
  equatings: z.array(ScaleEquating).default([]),
});

export const Area = z.strictObject({ code: Code, uuid: Uuid, label: Both, definition: Both });

const named = { code: Code, uuid: Uuid, label: Both, definition: Both };
const formed = { labelMatch: Match.optional(), aliases: z.array(Alias).default([]) };
const Range = z.tuple([Level, Level]);

export const Competency = z.strictObject({
  ...named,
  kind: CompetencyKind.exclude(['area']),
  parent: Code.optional(),
  range: Range.optional(),
  core: z.boolean().default(false),
  levels: z.record(z.string().regex(/^[1-8]$/), Both).default({}),
  of: z.array(Code).min(1).optional(),
  onet: Text.optional(),
  ...formed,
});

/** A tool in tools/: it has no kind to be told, no parent and no levels of its own. */
export const Tool = z.strictObject({
  ...named,
  range: Range.optional(),
  of: z.array(Code).min(1),
  onet: Text.optional(),
  ...formed,
});

const Evidence = {
  source: z.enum(['expert', 'onet', 'advertisements']),
  /** an O*NET-SOC code, or the advertisements that were counted */
  from: Text.optional(),
  share: z.number().min(0).max(1).optional(),
  n: z.int().min(1).optional(),
  asOf: Day.optional(),
};

export const Requirement = z.strictObject({
  competency: Code,
  need: z.enum(['essential', 'desirable']),
  level: Level.optional(),
  weight: z.number().min(0).max(1).optional(),
  ...Evidence,
  /** further sources that say the same */
  also: z.array(z.strictObject(Evidence)).default([]),
});

export const RoleGroup = z.strictObject({
  code: Code,
  uuid: Uuid,
  label: Both,
  definition: Both.optional(),
});

export const Role = z.strictObject({
  ...named,
  kind: z.enum(['role-profile', 'job-position']),
  titles: z
    .strictObject({ vi: z.array(Text).default([]), en: z.array(Text).default([]) })
    .default({ vi: [], en: [] }),
  isco: z.array(z.string().regex(/^\d{4}$/)).default([]),
  onet: z.array(z.string().regex(/^\d{2}-\d{4}\.\d{2}$/)).default([]),
  qualification: z.strictObject({ eqf: Range, note: Both.optional() }).optional(),
  requirements: z.array(Requirement),
});

export const Issuer = z.strictObject({
  code: Code,
  name: Text,
  url: z.url({ protocol: /^https?$/ }),
});

const Weight = z.number().min(0).max(100);

export const Certificate = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.+-]*$/),
  uuid: Uuid,
  name: Text,
  level: z.strictObject({ word: Text }).optional(),
  validityMonths: z.int().min(1).nullish(),
  validity: z.literal('none').optional(),
  retiresOn: Day.optional(),
  source: Text,
  asOf: Day.optional(),
  competencies: z
    .array(
      z.strictObject({
        competency: Code,
        level: Range.optional(),
        status: z.enum(['proposed', 'accepted']).default('proposed'),
      }),
    )
    .default([]),
  domains: z
    .array(
      z.strictObject({
        name: Text,
        /** in percent; a range where the issuer publishes one */
        weight: z.union([Weight, z.tuple([Weight, Weight])]).optional(),
        competencies: z.array(Code).default([]),
      }),
    )
    .default([]),
});

export const CROSSWALK_RELATIONS = ['exact', 'broader', 'narrower', 'related'] as const;

export const CrosswalkRow = z.strictObject({
  code: Code,
  relation: z.enum(CROSSWALK_RELATIONS),
  target: Text,
  confidence: z
    .string()
    .regex(/^(0(\.\d+)?|1(\.0+)?)$/)
    .transform(Number),
  source: Text,
  note: z.string(),
});

export type FrameworkFile = z.infer<typeof FrameworkFile>;
export type ScaleEquating = z.infer<typeof ScaleEquating>;
export type ScaleFile = z.infer<typeof ScaleFile>;
export type Area = z.infer<typeof Area>;
export type Competency = z.infer<typeof Competency>;
export type Role = z.infer<typeof Role>;
export type RoleGroup = z.infer<typeof RoleGroup>;
export type Requirement = z.infer<typeof Requirement>;
export type Issuer = z.infer<typeof Issuer>;
export type Certificate = z.infer<typeof Certificate>;
export type CrosswalkRow = z.infer<typeof CrosswalkRow>;

const list = z.array(z.unknown());
/** The files around their entries; each entry is read by itself, so that one mistake hides no other. */
export const CompetenciesFile = z.strictObject({ area: Area, competencies: list });
export const ToolsFile = z.strictObject({ area: Code, tools: list });
export const RolesFile = z.strictObject({ group: RoleGroup, asOf: Day, roles: list });
export const CertificatesFile = z.strictObject({ issuer: Issuer, asOf: Day, certificates: list });
