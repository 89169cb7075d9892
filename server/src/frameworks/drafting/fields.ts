import type { ItemRow, RoleRow } from '../importing/framework-row.ts';
import type { Fields, TextOrigin } from './contract.ts';

export type PartName = 'item' | 'role';
export type PartRow = ItemRow | RoleRow;

/** What names a part for good, whatever its fields say. */
export interface Identity {
  sourceId: string;
  uuid: string;
  uri: string | null;
}

/**
 * A row as its fields (contract.ts lists the keys), so that two people's edits can be told apart field by
 * field. `fromFields` leads back: nothing of a row is lost but its lexicon forms, which live elsewhere.
 * `origins`: of texts, by their keys, where it is not a person.
 */
export function fieldsOf(
  row: PartRow,
  origins: ReadonlyMap<string, TextOrigin> = new Map(),
): Fields {
  const fields: Fields = {};
  const set = (key: string, value: unknown) => {
    if (value !== null && value !== undefined && value !== '') fields[key] = value;
  };
  set('code', row.code);
  set('kind', row.kind);
  set('sourceKind', row.sourceKind);
  set('parent', row.parent);
  set('sequence', row.sequence);
  for (const { field, language, value } of row.texts) set(`${field} ${language}`, value);
  if (row.type === 'item') itemParts(row, set);
  else roleParts(row, set);
  if (Object.keys(row.extra).length > 0) set('extra', row.extra);
  for (const [key, origin] of origins) {
    if (key in fields && origin !== 'person') set(`origin ${key}`, origin);
  }
  return fields;
}

type SetField = (key: string, value: unknown) => void;

function itemParts(row: ItemRow, set: SetField): void {
  set('stands for', row.level && { scale: row.level.scale, level: row.level.level });
  for (const { scale, level, texts } of row.levels) {
    set(`level ${scale} ${level}`, true);
    for (const { language, value } of texts) set(`descriptor ${scale} ${level} ${language}`, value);
  }
  for (const { relation, to, ...rest } of row.relations) set(`relation ${relation} ${to}`, rest);
}

function roleParts(row: RoleRow, set: SetField): void {
  for (const { title, language } of row.titles) set(`title ${language} ${title}`, true);
  for (const { item, ...rest } of row.requirements) set(`requirement ${item}`, rest);
}

type Entries = [key: string, value: unknown][];

/** The row that says these fields. */
export function fromFields(part: PartName, identity: Identity, fields: Fields): PartRow {
  const entries = Object.entries(fields);
  const originOf = (key: string) => (fields[`origin ${key}`] as TextOrigin | undefined) ?? 'person';
  const shared = {
    ...identity,
    code: fields.code as string,
    sourceKind: (fields.sourceKind as string | undefined) ?? null,
    parent: (fields.parent as string | undefined) ?? null,
    sequence: (fields.sequence as number | undefined) ?? 0,
    texts: matching(entries, TEXT).map(([[, field, language], value, key]) => ({
      ...{ field: field as 'label', language: language!, value: value as string },
      ...{ origin: originOf(key) },
    })),
    extra: (fields.extra as Record<string, unknown> | undefined) ?? {},
  };
  if (part === 'role') {
    return {
      type: 'role',
      ...shared,
      kind: fields.kind as RoleRow['kind'],
      titles: matching(entries, TITLE).map(([[, language, title]]) => ({
        ...{ title: title!, language: language! },
      })),
      requirements: matching(entries, REQUIREMENT).map(([[, item], value]) => ({
        ...(value as Omit<RoleRow['requirements'][number], 'item'>),
        item: item!,
      })),
    };
  }
  return {
    type: 'item',
    ...shared,
    kind: fields.kind as ItemRow['kind'],
    aliases: [],
    level: (fields['stands for'] as ItemRow['level'] | undefined) ?? null,
    levels: matching(entries, LEVEL).map(([[, scale, level]]) => ({
      ...{ scale: scale!, level: Number(level) },
      texts: matching(entries, DESCRIPTOR)
        .filter(([[, ofScale, ofLevel]]) => ofScale === scale && ofLevel === level)
        .map(([[, , , language], value, key]) => ({
          ...{ language: language!, value: value as string, origin: originOf(key) },
        })),
    })),
    relations: matching(entries, RELATION).map(([[, relation, to], value]) => ({
      ...(value as object),
      ...{ relation: relation!, to: to! },
    })),
  };
}

export const TEXT = /^(label|definition|note) ([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)$/;
export const LEVEL = /^level (\S(?:.*\S)?) (-?\d+)$/su;
export const DESCRIPTOR =
  /^descriptor (\S(?:.*\S)?) (-?\d+) ([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)$/su;
export const RELATION = /^relation (\S+) (.+)$/su;
export const TITLE = /^title ([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*) (.+)$/su;
export const REQUIREMENT = /^requirement (.+)$/su;
export const ORIGIN = /^origin ((?:label|definition|note|descriptor) .+)$/su;

function matching(entries: Entries, pattern: RegExp): [RegExpExecArray, unknown, string][] {
  return entries.flatMap(([key, value]): [RegExpExecArray, unknown, string][] => {
    const found = pattern.exec(key);
    return found ? [[found, value, key]] : [];
  });
}
