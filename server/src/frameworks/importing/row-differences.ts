import type { Difference } from '#src/imports/importer.ts';
import {
  inOneOrder,
  type AnyRow,
  type AtLevel,
  type ItemRow,
  type RoleRow,
} from './framework-row.ts';

/**
 * What differs between two wordings of the same row, field by field, in words that a person can read:
 * lists show only what left and what came.
 */
export function rowDifferences(
  before: AnyRow | undefined,
  after: AnyRow | undefined,
): Difference[] {
  const [one, other] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...one.keys(), ...other.keys()])];
  return fields.flatMap((field) => difference(field, one.get(field), other.get(field)));
}

type Value = string | ReadonlySet<string>;

function difference(
  field: string,
  before: Value | undefined,
  after: Value | undefined,
): Difference[] {
  if (typeof before === 'object' || typeof after === 'object') {
    const [one, other] = [before ?? NONE, after ?? NONE] as [
      ReadonlySet<string>,
      ReadonlySet<string>,
    ];
    const gone = [...one].filter((value) => !other.has(value));
    const come = [...other].filter((value) => !one.has(value));
    if (gone.length === 0 && come.length === 0) return [];
    return [{ field, before: listed(gone), after: listed(come) }];
  }
  return before === after ? [] : [{ field, before: before ?? null, after: after ?? null }];
}

const NONE: ReadonlySet<string> = new Set();
const SHOWN = 20;

function listed(values: readonly string[]): string | null {
  if (values.length === 0) return null;
  const more = values.length - SHOWN;
  return values.slice(0, SHOWN).join('; ') + (more > 0 ? `; … (+${more})` : '');
}

function fieldsOf(row: AnyRow | undefined): Map<string, Value> {
  const fields = new Map<string, Value>();
  if (!row) return fields;
  const set = (field: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') fields.set(field, String(value));
  };
  const ordered = inOneOrder(row);
  if (ordered.type === 'definition') {
    set('body', JSON.stringify(ordered.body));
    return fields;
  }
  for (const { field, language, value } of ordered.texts) set(`${field} (${language})`, value);
  if (ordered.type === 'item' || ordered.type === 'role') partsOf(ordered, fields, set);
  if (ordered.type === 'framework') {
    set('version', ordered.version);
    set('publishedOn', ordered.publishedOn);
    set('licence', ordered.licence);
  }
  if (ordered.type === 'scale') {
    fields.set('levels', new Set(ordered.levels.map(({ level, code }) => code ?? String(level))));
  }
  return fields;
}

function partsOf(
  row: ItemRow | RoleRow,
  fields: Map<string, Value>,
  set: (field: string, value: string | number | null) => void,
): void {
  set('code', row.code);
  set('kind', row.kind);
  set('parent', row.parent);
  set('sequence', row.sequence);
  if (row.type === 'role') {
    fields.set('titles', new Set(row.titles.map(({ title }) => title)));
    fields.set('requirements', new Set(row.requirements.map(requirementInWords)));
    return;
  }
  set('level', row.level && levelInWords(row.level));
  fields.set('aliases', new Set(row.aliases.map(({ form }) => form)));
  fields.set('relations', new Set(row.relations.map(({ relation, to }) => `${relation} ${to}`)));
  for (const level of row.levels) {
    for (const { language, value } of level.texts)
      set(`${levelInWords(level)} (${language})`, value);
  }
}

function levelInWords({ scale, level }: AtLevel): string {
  return `${scale} ${level}`;
}

function requirementInWords({
  item,
  necessity,
  level,
  weight,
}: RoleRow['requirements'][number]): string {
  const parts = [item, necessity, level && levelInWords(level), weight?.toFixed(2)];
  return parts.filter((part) => part !== undefined).join(' ');
}
