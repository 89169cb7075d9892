import { z } from 'zod';
import { LocalText } from '../languages/contract.ts';

export const CompetencyKind = z.enum([
  'area',
  'competency',
  'knowledge',
  'skill',
  'attitude',
  'task',
  'tool',
  'credential',
]);
export type CompetencyKind = z.infer<typeof CompetencyKind>;

/** How other rooms name a competency. */
export const CompetencyRef = z.object({
  id: z.number().int(),
  code: z.string(),
  kind: CompetencyKind,
  label: LocalText,
  areaCode: z.string().nullable(),
});
export type CompetencyRef = z.infer<typeof CompetencyRef>;

/** GET /api/competencies: the areas of the frameworks in use with what stands in them, in order. */
export const CompetencyArea = z.object({
  competency: CompetencyRef,
  children: z.array(CompetencyRef),
});
export type CompetencyArea = z.infer<typeof CompetencyArea>;

export const Alias = z.object({
  form: z.string(),
  language: z.string(),
  caseSensitive: z.boolean(),
  fields: z.array(z.string()).nullable(),
});
export type Alias = z.infer<typeof Alias>;

/** GET /api/competencies/:code (the part that the framework itself knows). */
export const CompetencyDetail = CompetencyRef.extend({
  uuid: z.string(),
  definition: LocalText,
  area: CompetencyRef.nullable(),
  framework: z.object({ code: z.string(), title: LocalText, version: z.string() }),
  aliases: z.array(Alias),
  siblings: z.array(CompetencyRef),
});
export type CompetencyDetail = z.infer<typeof CompetencyDetail>;
