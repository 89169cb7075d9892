import { same } from '../drafting/merge-edit.ts';
import type { Fields } from '../drafting/contract.ts';
import { DESCRIPTOR, LEVEL, RELATION, REQUIREMENT, TEXT } from '../drafting/fields.ts';
import type { FieldChange } from './contract.ts';
import { wordPieces } from './word-pieces.ts';

/** Places are compared by what stands before and under, not by numbers; where a text comes from is not what it says. */
const APART = /^(parent$|sequence$|origin )/;

/** What two wordings of one thing say differently, with the words marked. */
export function fieldChanges(before: Fields, after: Fields): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => !APART.test(field) && !same(before[field], after[field]))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((field) => change(field, before[field] ?? null, after[field] ?? null));
}

function change(field: string, before: unknown, after: unknown): FieldChange {
  const texts = typeof before === 'string' && typeof after === 'string' && isText(field);
  return { field, before, after, pieces: texts ? wordPieces(before, after) : null };
}

export function isText(field: string): boolean {
  return TEXT.test(field) || DESCRIPTOR.test(field) || /^(title|description) \S+$/.test(field);
}

export function isLevel(field: string): boolean {
  return LEVEL.test(field) || DESCRIPTOR.test(field) || field === 'stands for';
}

export function isRelation(field: string): boolean {
  return RELATION.test(field) || REQUIREMENT.test(field);
}

const ORDER = ['code', 'kind', 'label', 'definition', 'note', 'stands', 'level', 'descriptor'];

function rank(field: string): number {
  const at = ORDER.indexOf(field.split(' ')[0]!);
  return at < 0 ? ORDER.length : at;
}
