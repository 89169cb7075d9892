import type { FrameworkRow, ItemRow, RoleRow, ScaleRow } from '../importing/framework-row.ts';
import { joinList } from './cells.ts';
import { both, KINDS, NECESSITIES, ROLE_KINDS, SCALE_KINDS } from './words.ts';

/** The cells of a line, by the keys of its columns ('code', 'label vi'). */
export type Written = Record<string, string | number | null>;

interface Codes {
  items: ReadonlyMap<string, string>;
  roles: ReadonlyMap<string, string>;
}

/** A spreadsheet holds 32,767 characters in a cell. */
const LONGEST = 32_000;

/** What of a text a cell of a spreadsheet gives back. */
export function cellText(text: string): string {
  const kept = text
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '');
  return kept.length > LONGEST ? `${kept.slice(0, LONGEST).toWellFormed()}…` : kept;
}

export function wholeLine(about: FrameworkRow): Written {
  const { publisher } = about.extra;
  return {
    ...{ code: cellText(about.code), version: cellText(about.version) },
    ...inLanguages(about.texts, ({ field }) => field),
    publisher: typeof publisher === 'string' ? cellText(publisher) : null,
    ...{ publishedOn: about.publishedOn, licence: cellText(about.licence) },
    ...{ uri: orNull(about.uri), uuid: about.uuid },
  };
}

export function itemLine(item: ItemRow, codes: Codes): Written {
  const { level } = item;
  return {
    code: cellText(item.code),
    parent: item.parent === null ? null : cellText(codes.items.get(item.parent) ?? item.parent),
    kind: both(KINDS[item.kind]),
    ...inLanguages(item.texts, ({ field }) => field),
    ...lists(
      'aliases',
      item.aliases.map(({ form, language }) => ({ language, value: form })),
    ),
    ...{ scale: level && cellText(level.scale), level: level?.level ?? null },
    relations: relationsOf(item, codes) || null,
    sequence: item.sequence,
    ...{ identifier: cellText(item.sourceId), uuid: item.uuid },
    ...{ uri: orNull(item.uri), sourceKind: orNull(item.sourceKind) },
  };
}

function relationsOf({ relations }: ItemRow, codes: Codes): string {
  const shown = relations.filter(({ relation }) => !/\s/.test(relation));
  return cellText(
    joinList(shown.map(({ relation, to }) => `${relation}: ${codes.items.get(to) ?? to}`)),
  );
}

export function descriptorLines({ code, levels }: ItemRow): Written[] {
  return levels.map(({ scale, level, texts }) => ({
    ...{ item: cellText(code), scale: cellText(scale), level },
    ...inLanguages(texts, () => 'descriptor'),
  }));
}

export function roleLine(role: RoleRow, codes: Codes): Written {
  return {
    code: cellText(role.code),
    parent: role.parent === null ? null : cellText(codes.roles.get(role.parent) ?? role.parent),
    kind: both(ROLE_KINDS[role.kind]),
    ...inLanguages(role.texts, ({ field }) => field),
    ...lists(
      'titles',
      role.titles.map(({ title, language }) => ({ language, value: title })),
    ),
    sequence: role.sequence,
    ...{ identifier: cellText(role.sourceId), uuid: role.uuid },
    ...{ uri: orNull(role.uri), sourceKind: orNull(role.sourceKind) },
  };
}

export function requirementLines({ code, requirements }: RoleRow, codes: Codes): Written[] {
  return requirements.map(({ item, necessity, level, weight }) => {
    return {
      ...{ role: cellText(code), item: cellText(codes.items.get(item) ?? item) },
      necessity: both(NECESSITIES[necessity]),
      ...{ scale: level ? cellText(level.scale) : null, level: level?.level ?? null },
      weight: weight ?? null,
    };
  });
}

/** The texts of the whole scale stand in its first line. */
export function scaleLines(scale: ScaleRow): Written[] {
  return (scale.levels.length > 0 ? scale.levels : [undefined]).map((level, index) => ({
    scale: cellText(scale.code),
    ...(index === 0 && { kind: both(SCALE_KINDS[scale.kind]) }),
    ...(index === 0 && inLanguages(scale.texts, ({ field }) => field)),
    ...{ level: level?.level ?? null, levelCode: orNull(level?.code ?? null) },
    ...inLanguages(level?.texts ?? [], ({ field }) => field),
  }));
}

function inLanguages<Text extends { language: string; value: string }>(
  texts: readonly Text[],
  base: (text: Text) => string,
): Written {
  return Object.fromEntries(
    texts.map((text) => [`${base(text)} ${text.language}`, cellText(text.value)]),
  );
}

function lists(base: string, texts: readonly { language: string; value: string }[]): Written {
  return Object.fromEntries(
    [...Map.groupBy(texts, ({ language }) => language)].map(([language, own]) => [
      `${base} ${language}`,
      cellText(joinList(own.map(({ value }) => value))),
    ]),
  );
}

const orNull = (text: string | null): string | null => (text === null ? null : cellText(text));
