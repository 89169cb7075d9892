import { z } from 'zod';
import { CompetencyKind } from '../contract.ts';
import type { DefinitionRow } from '../importing/framework-row.ts';

const Extra = z.record(z.string(), z.unknown());
const Level = z.object({ scale: z.string(), level: z.number().int().min(-32768).max(32767) });
const Sequence = z
  .number()
  .int()
  .min(-(2 ** 31))
  .max(2 ** 31 - 1);
const Plain = z.object({ language: z.string(), value: z.string() });
const text = <Field extends string>(...fields: [Field, ...Field[]]) =>
  z.array(Plain.extend({ field: z.enum(fields) }));

const part = {
  ...{ sourceId: z.string(), uuid: z.guid(), uri: z.string().nullable(), code: z.string() },
  ...{ sourceKind: z.string().nullable(), parent: z.string().nullable(), sequence: Sequence },
  ...{ texts: text('label', 'definition', 'note'), extra: Extra },
};

/** What a row has to be for the database to take it; see importing/framework-row.ts. */
const Row = z.discriminatedUnion('type', [
  z.object({
    ...{ type: z.literal('framework'), code: z.string(), uuid: z.guid(), extra: Extra },
    ...{ uri: z.string().nullable(), version: z.string(), licence: z.string() },
    publishedOn: z.iso.date().nullable(),
    texts: text('title', 'description', 'note'),
  }),
  z.object({
    ...{ type: z.literal('scale'), code: z.string(), texts: text('title', 'description') },
    kind: z.enum(['proficiency', 'qualification']),
    levels: z.array(
      z.object({
        ...{ level: Level.shape.level, code: z.string().nullable() },
        texts: text('label', 'descriptor'),
      }),
    ),
  }),
  z.object({
    ...{ ...part, type: z.literal('item'), kind: CompetencyKind, level: Level.nullable() },
    aliases: z.array(z.object({ form: z.string(), language: z.string() })),
    levels: z.array(Level.extend({ texts: z.array(Plain) })),
    relations: z.array(
      z.object({
        ...{ relation: z.string(), to: z.string() },
        ...{ sequence: Sequence.optional(), extra: Extra.optional() },
      }),
    ),
  }),
  z.object({
    ...{ ...part, type: z.literal('role') },
    kind: z.enum(['group', 'occupation', 'work-role', 'role-profile', 'job-position']),
    titles: z.array(z.object({ title: z.string(), language: z.string() })),
    requirements: z.array(
      z.object({
        ...{ item: z.string(), necessity: z.enum(['essential', 'desirable']) },
        ...{ level: Level.optional(), weight: z.number().min(0).max(1).optional() },
        extra: Extra.optional(),
      }),
    ),
  }),
]);

const Definition = z.object({
  ...{ type: z.literal('definition'), uuid: z.guid(), body: Extra, sequence: Sequence },
  kind: z.enum(['concept', 'subject', 'licence', 'item-type', 'association-grouping', 'rubric']),
});

export const isRow = (value: unknown): boolean => Row.safeParse(value).success;

export const isDefinition = (value: unknown): value is DefinitionRow =>
  Definition.safeParse(value).success;
