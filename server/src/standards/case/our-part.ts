import { z } from 'zod';
import { CompetencyKind } from '#src/frameworks/contract.ts';
import type { ItemRow, RoleRow, ScaleRow } from '#src/frameworks/importing/framework-row.ts';
import { canonicalJson } from '#src/measures/canonical-json.ts';
import type { PartRow } from './bundle.ts';
import { same } from './kept.ts';

/*
 * What stands under our own key of `extensions`: of a row whatever the standard's fields say otherwise or
 * not at all. It may come from anybody, so it is read by these schemas and ignored where it does not fit.
 */

const Language = z.string().min(2).max(35);
const text = <const F extends [string, ...string[]]>(fields: F) =>
  z.object({ field: z.enum(fields), language: Language, value: z.string() });
const AtLevel = z.object({ scale: z.string().max(60), level: z.int().min(-32768).max(32767) });
const Extra = z.record(z.string(), z.unknown());
const Uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

const Part = z.object({
  sourceId: z.string().min(1).max(300),
  uuid: Uuid,
  uri: z.string().nullable(),
  code: z.string().max(300),
  sourceKind: z.string().nullable(),
  parent: z.string().nullable(),
  sequence: z.int32(),
  texts: z.array(text(['label', 'definition', 'note'])),
  extra: Extra,
});

const Relation = z
  .string()
  .regex(
    /^(child-of|part-of|related|peer-of|precedes|exemplar-of|has-level|essential-for|optional-for|replaced-by|translation-of|ext:.+)$/,
  );

export const OurItem = Part.extend({
  kind: CompetencyKind,
  aliases: z.array(z.object({ form: z.string(), language: Language })),
  level: AtLevel.nullable(),
  levels: z.array(
    AtLevel.extend({ texts: z.array(z.object({ language: Language, value: z.string() })) }),
  ),
  relations: z.array(
    z.object({
      relation: Relation,
      to: z.string(),
      sequence: z.int32().optional(),
      extra: Extra.optional(),
    }),
  ),
}).partial();

export const OurRole = Part.extend({
  kind: z.enum(['group', 'occupation', 'work-role', 'role-profile', 'job-position']),
  titles: z.array(z.object({ title: z.string(), language: Language })),
  requirements: z.array(
    z.object({
      item: z.string(),
      necessity: z.enum(['essential', 'desirable']),
      level: AtLevel.optional(),
      weight: z.number().min(0).max(1).optional(),
      extra: Extra.optional(),
    }),
  ),
}).partial();

export const OurScale = z.object({
  type: z.literal('scale'),
  code: z.string().min(1).max(60),
  kind: z.enum(['proficiency', 'qualification']),
  texts: z.array(text(['title', 'description'])),
  levels: z.array(
    z.object({
      level: z.int().min(-32768).max(32767),
      code: z.string().nullable(),
      texts: z.array(text(['label', 'descriptor'])),
    }),
  ),
}) satisfies z.ZodType<ScaleRow>;

export const OurAbout = z
  .object({
    code: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/),
    uuid: Uuid,
    uri: z.string().nullable(),
    version: z.string(),
    publishedOn: z.iso.date().nullable(),
    licence: z.string(),
    texts: z.array(text(['title', 'description', 'note'])),
    extra: Extra,
  })
  .partial();

/** Of a row what the standard's own fields, read back, would not say. */
export function unsaid<Row extends object>(row: Row, read: Row): Partial<Row> {
  const said = read as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(row).filter(([name, value]) => name !== 'type' && !alike(value, said[name])),
  ) as Partial<Row>;
}

/** Lists of a row carry no order of their own. */
function alike(one: unknown, other: unknown): boolean {
  if (same(one, other)) return true;
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return same(inOrder(one), inOrder(other));
}

function inOrder(list: readonly unknown[]): string[] {
  return list.map((one) => canonicalJson(one)).sort();
}

/** The row that was read, with what its own installation said beside it. */
export function asTheySay<Row extends PartRow>(read: Row, said: Partial<ItemRow | RoleRow>): Row {
  return { ...read, ...said } as Row;
}
