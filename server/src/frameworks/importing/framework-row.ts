import { canonicalHash, canonicalJson } from '#src/measures/canonical-json.ts';
import type { CompetencyKind } from '../contract.ts';

/** One text in one language (BCP 47). */
export interface Text<Field extends string = 'label' | 'definition' | 'note'> {
  field: Field;
  language: string;
  value: string;
}

export interface Form {
  form: string;
  language: string;
}

export interface AtLevel {
  /** the code of a scale: one of the same file, else the newest edition that stands */
  scale: string;
  level: number;
}

/** The whole: exactly one per file, before everything else. */
export interface FrameworkRow {
  type: 'framework';
  /** names the framework for good, here and across versions; ≤ 60 of [a-z0-9.-] */
  code: string;
  uuid: string;
  uri: string | null;
  version: string;
  /** YYYY-MM-DD */
  publishedOn: string | null;
  licence: string;
  texts: Text<'title' | 'description' | 'note'>[];
  /** what the source says beyond this, as it was written */
  extra: Record<string, unknown>;
}

export interface ScaleRow {
  type: 'scale';
  code: string;
  kind: 'proficiency' | 'qualification';
  texts: Text<'title' | 'description'>[];
  /** rising; `code` is the source's own name of the level, e.g. 'B1' */
  levels: { level: number; code: string | null; texts: Text<'label' | 'descriptor'>[] }[];
}

export interface ItemRow {
  type: 'item';
  /** how the source names it for good: what identifies it across versions of the file */
  sourceId: string;
  uuid: string;
  uri: string | null;
  /** what people read: 'S1.2.3', 'T0011'; unique within the framework */
  code: string;
  kind: CompetencyKind;
  /** the source's own word for what it is */
  sourceKind: string | null;
  /** sourceId of the item it stands under; null: at the top */
  parent: string | null;
  /** the order among its siblings, rising; need not be dense */
  sequence: number;
  texts: Text[];
  /** other forms by which texts name it: they go into the lexicon, not into the version */
  aliases: Form[];
  /** an item that stands for one level of its parent */
  level: AtLevel | null;
  /** what somebody can do at some level */
  levels: (AtLevel & { texts: { language: string; value: string }[] })[];
  /** from this item to another one of the same framework; further parents are 'child-of' */
  relations: { relation: string; to: string; sequence?: number; extra?: Record<string, unknown> }[];
  extra: Record<string, unknown>;
}

export interface RoleRow {
  type: 'role';
  sourceId: string;
  uuid: string;
  uri: string | null;
  code: string;
  kind: 'group' | 'occupation' | 'work-role' | 'role-profile' | 'job-position';
  sourceKind: string | null;
  /** sourceId of the role or group it stands under */
  parent: string | null;
  sequence: number;
  texts: Text[];
  titles: { title: string; language: string }[];
  requirements: Requirement[];
  extra: Record<string, unknown>;
}

export interface Requirement {
  /** sourceId of an item of the same framework */
  item: string;
  necessity: 'essential' | 'desirable';
  level?: AtLevel;
  /** 0…1 */
  weight?: number;
  extra?: Record<string, unknown>;
}

/** Kept word for word; see the table framework_definition. */
export interface DefinitionRow {
  type: 'definition';
  uuid: string;
  kind: 'concept' | 'subject' | 'licence' | 'item-type' | 'association-grouping' | 'rubric';
  body: Record<string, unknown>;
  sequence: number;
}

export type AnyRow = FrameworkRow | ScaleRow | ItemRow | RoleRow | DefinitionRow;

/** Names a row across imports. */
export function rowKey(row: AnyRow): string {
  switch (row.type) {
    case 'framework':
      return 'framework';
    case 'scale':
      return `scale ${row.code}`;
    case 'definition':
      return `definition ${row.uuid}`;
    default:
      return `${row.type} ${row.sourceId}`;
  }
}

/** A row as a file brings it, without what the database adds to the ones that it reads. */
export function bareRow<Row extends AnyRow>(row: Row): Row {
  const own: Record<string, unknown> = { ...row };
  for (const added of ['id', 'contentSha256', 'revision']) delete own[added];
  return own as unknown as Row;
}

/** Of what a row says; lists whose order carries nothing are brought into one order first. */
export function contentHash(row: AnyRow): string {
  return canonicalHash(inOneOrder(row));
}

/** The row with its unordered lists sorted, its texts NFC and empty ones left out. */
export function inOneOrder<Row extends AnyRow>(row: Row): Row {
  const sorted: Record<string, unknown> = { ...row };
  for (const name of ['texts', 'aliases', 'titles', 'levels', 'relations', 'requirements']) {
    if (Array.isArray(sorted[name])) sorted[name] = sortedList(sorted[name].flatMap(tidied));
  }
  return sorted as unknown as Row;
}

/** One text, form or level; [] for a text that says nothing. */
function tidied(one: Record<string, unknown>): Record<string, unknown>[] {
  const own = { ...one };
  for (const name of ['value', 'form', 'title']) {
    if (typeof own[name] !== 'string') continue;
    if (own[name].trim() === '') return [];
    own[name] = own[name].normalize('NFC');
  }
  if (Array.isArray(own.texts)) own.texts = sortedList(own.texts.flatMap(tidied));
  return [own];
}

function sortedList(list: unknown[]): unknown[] {
  return list
    .map((one) => ({ one, key: canonicalJson(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one);
}
