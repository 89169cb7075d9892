import { FIELDS, type CaseVersion, type Field } from '../wire.ts';
import { CaseFault } from './status-info.ts';
import { matches, parseFilter } from './filter.ts';

type One = Record<string, unknown>;

export interface Selected {
  page: One[];
  total: number;
  limit: number;
  offset: number;
}

const DEFAULT_LIMIT = 100;
const MOST = 10_000;

/**
 * A list as a request asks for it: filtered, sorted, a page of it, some fields of each. What the schema
 * requires comes along always, so that every answer is valid.
 *
 * Throws CaseFault: invalid_selection_field, invalid_sort_field.
 */
export function select(
  objects: readonly One[],
  query: Readonly<Record<string, string | undefined>>,
  version: CaseVersion,
): Selected {
  const fields = fieldsOf(version);
  const limit = whole(query.limit, 'limit', DEFAULT_LIMIT, 1);
  const offset = whole(query.offset, 'offset', 0, 0);
  const filter = query.filter === undefined ? undefined : parseFilter(query.filter, fields);
  const found = filter ? objects.filter((one) => matches(one, filter)) : [...objects];
  const sorted = sort(found, query, fields);
  const chosen = chosenFields(query.fields, fields);
  return {
    page: sorted.slice(offset, offset + limit).map((one) => only(one, chosen)),
    ...{ total: found.length, limit, offset },
  };
}

function fieldsOf(version: CaseVersion): Map<string, Field> {
  const fields = Object.entries(FIELDS.document).filter(
    ([, field]) => version === '1.1' || !field.since11,
  );
  return new Map([...fields, ['CFPackageURI', { type: 'link', required: true }]]);
}

function whole(value: string | undefined, name: string, otherwise: number, least: number): number {
  if (value === undefined) return otherwise;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : -1;
  if (number < least) {
    throw new CaseFault(
      400,
      'invalid_selection_field',
      `${name} must be a whole number of at least ${least}.`,
    );
  }
  return name === 'limit' ? Math.min(number, MOST) : number;
}

function sort(
  objects: One[],
  { sort: name, orderBy }: Readonly<Record<string, string | undefined>>,
  fields: ReadonlyMap<string, Field>,
): One[] {
  if (orderBy !== undefined && orderBy !== 'asc' && orderBy !== 'desc') {
    throw new CaseFault(400, 'invalid_sort_field', 'orderBy must be asc or desc.');
  }
  if (name === undefined) return orderBy === 'desc' ? objects.reverse() : objects;
  if (!fields.has(name)) {
    throw new CaseFault(400, 'invalid_sort_field', `There is no field ${name.slice(0, 60)}.`);
  }
  const direction = orderBy === 'desc' ? -1 : 1;
  return objects.sort((a, b) => direction * COLLATOR.compare(keyOf(a[name]), keyOf(b[name])));
}

const COLLATOR = new Intl.Collator('vi');

function keyOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(keyOf).join(' ');
  return value === undefined ? '' : String((value as { title?: unknown }).title ?? '');
}

function chosenFields(
  asked: string | undefined,
  fields: ReadonlyMap<string, Field>,
): ReadonlySet<string> | undefined {
  if (asked === undefined) return undefined;
  const names = asked.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !fields.has(name));
  if (unknown !== undefined) {
    const what = unknown === '' ? 'fields is empty.' : `There is no field ${unknown.slice(0, 60)}.`;
    throw new CaseFault(400, 'invalid_selection_field', what);
  }
  const required = [...fields].flatMap(([name, field]) => (field.required ? [name] : []));
  return new Set([...names, ...required]);
}

function only(one: One, chosen: ReadonlySet<string> | undefined): One {
  if (!chosen) return one;
  return Object.fromEntries(Object.entries(one).filter(([name]) => chosen.has(name)));
}
