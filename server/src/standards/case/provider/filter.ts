import type { Field } from '../wire.ts';
import { CaseFault } from './status-info.ts';

type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=' | '~';

interface Condition {
  field: string;
  operator: Operator;
  value: string;
}

/** Alternatives, each a list of conditions that hold together: AND binds before OR. */
export type Filter = readonly (readonly Condition[])[];

const MOST_CONDITIONS = 20;
const CONDITION = /^\s*([A-Za-z][\w.]*)\s*(!=|>=|<=|=|>|<|~)\s*'((?:[^']|'')*)'/;
const JOIN = /^\s+(AND|OR)\s+/i;

/**
 * A filter of the 1EdTech REST bindings: `title~'số' AND language='vi'`. Values stand in single quotes, a
 * quote within one is doubled. Throws CaseFault invalid_selection_field.
 */
export function parseFilter(text: string, fields: ReadonlyMap<string, Field>): Filter {
  const alternatives: Condition[][] = [[]];
  let rest = text;
  for (let count = 0; ; count += 1) {
    const found = CONDITION.exec(rest);
    if (!found || count >= MOST_CONDITIONS) throw refused('The filter cannot be read.');
    const [whole, field, operator, value] = found as unknown as [string, string, Operator, string];
    if (!fields.has(field)) throw refused(`There is no field ${field.slice(0, 60)}.`);
    alternatives.at(-1)!.push({ field, operator, value: value.replaceAll("''", "'") });
    rest = rest.slice(whole.length);
    if (rest.trim() === '') return alternatives;
    const join = JOIN.exec(rest);
    if (!join) throw refused('The filter cannot be read.');
    if (join[1]!.toUpperCase() === 'OR') alternatives.push([]);
    rest = rest.slice(join[0].length);
  }
}

export function matches(object: Readonly<Record<string, unknown>>, filter: Filter): boolean {
  return filter.some((conditions) => conditions.every((one) => holds(object[one.field], one)));
}

function holds(value: unknown, { operator, value: wanted }: Condition): boolean {
  const values = textsOf(value);
  // not equal: no value of a list is
  if (operator === '!=') return values.every((one) => compare(one, wanted) !== 0);
  return values.some((one) => {
    if (operator === '~') return plain(one).includes(plain(wanted));
    const order = compare(one, wanted);
    if (operator === '=') return order === 0;
    if (operator === '>') return order > 0;
    if (operator === '>=') return order >= 0;
    return operator === '<' ? order < 0 : order <= 0;
  });
}

/** Moments by when they are, whatever zone they are written in; everything else by its letters. */
function compare(one: string, other: string): number {
  if (isMoment(one) && isMoment(other)) return Math.sign(Date.parse(one) - Date.parse(other));
  return one === other ? 0 : one < other ? -1 : 1;
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(T|$)/.test(text) && !Number.isNaN(Date.parse(text));
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { title, identifier, uri } = value as Record<string, unknown>;
  return [title, identifier, uri].flatMap(textsOf);
}

function refused(description: string): CaseFault {
  return new CaseFault(400, 'invalid_selection_field', description);
}
