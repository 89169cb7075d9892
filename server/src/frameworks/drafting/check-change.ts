import { z } from 'zod';
import { Problem } from '#src/errors.ts';
import { Kinds, RELATIONS, TextOrigin, type Fields } from './contract.ts';
import {
  DESCRIPTOR,
  LEVEL,
  ORIGIN,
  RELATION,
  REQUIREMENT,
  TEXT,
  TITLE,
  type PartName,
} from './fields.ts';

const AtLevel = z.object({ scale: z.string().min(1), level: z.number().int() });
const Necessity = z.object({
  necessity: z.enum(['essential', 'desirable']),
  level: AtLevel.optional(),
  weight: z.number().min(0).max(1).optional(),
  extra: z.record(z.string(), z.unknown()).optional(),
});
const Order = z.object({
  sequence: z.number().int().optional(),
  extra: z.record(z.string(), z.unknown()).optional(),
});
const Prose = z.string().max(20_000);

const SHAPES: readonly [RegExp, Partial<Record<PartName, z.ZodType>>][] = [
  [/^code$/, both(z.string().trim().min(1).max(200))],
  [/^kind$/, { item: Kinds.item, role: Kinds.role }],
  [/^sourceKind$/, both(z.string().trim().max(200))],
  [TEXT, both(Prose)],
  [ORIGIN, both(TextOrigin)],
  [/^stands for$/, { item: AtLevel }],
  [LEVEL, { item: z.literal(true) }],
  [DESCRIPTOR, { item: Prose }],
  [RELATION, { item: Order }],
  [TITLE, { role: z.literal(true) }],
  [REQUIREMENT, { role: Necessity }],
];

function both(shape: z.ZodType) {
  return { item: shape, role: shape };
}

/**
 * What an editor sent, in one form: texts NFC without white space at their ends, empty ones null, and
 * whatever follows from a change written out (a level that goes takes its descriptors along, a text that a
 * person has written is no machine's draft any more). Places are changed by a move alone.
 *
 * Throws draft-field-invalid.
 */
export function checkChange(part: PartName, change: Fields, current: Fields): Fields {
  const checked: Fields = {};
  for (const [key, given] of Object.entries(change)) {
    const value = given === null || given === '' ? null : checkedValue(part, key, given);
    checked[key.normalize('NFC')] = value;
    const level = LEVEL.exec(key);
    if (level && value === null) {
      const below = `descriptor ${level[1]} ${level[2]} `;
      for (const other of Object.keys(current))
        if (other.startsWith(below)) checked[other] ??= null;
    }
    const descriptor = DESCRIPTOR.exec(key);
    if (descriptor && value !== null) checked[`level ${descriptor[1]} ${descriptor[2]}`] ??= true;
  }
  for (const key of Object.keys(checked)) {
    const origin = `origin ${key}`;
    if (checked[key] !== current[key] && origin in current && !(origin in checked)) {
      checked[origin] = null;
    }
  }
  return checked;
}

function checkedValue(part: PartName, key: string, given: unknown): unknown {
  const shape = SHAPES.find(([pattern]) => pattern.test(key))?.[1][part];
  const relation = RELATION.exec(key)?.[1];
  const known =
    !relation || relation.startsWith('ext:') || RELATIONS.includes(relation as 'related');
  const value = shape?.safeParse(typeof given === 'string' ? tidied(given) : given);
  const required = key === 'code' || key === 'kind';
  if (!known || !value?.success || (required && value.data === null)) {
    throw new Problem('draft-field-invalid', { field: key.slice(0, 100) });
  }
  if (ORIGIN.test(key) && value.data === 'person') return null;
  return value.data === '' ? null : value.data;
}

function tidied(text: string): string {
  return text.normalize('NFC').trim();
}
