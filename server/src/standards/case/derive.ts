import type { ItemRow, Requirement, RoleRow } from '#src/frameworks/importing/framework-row.ts';
import { nameUuid } from '#src/frameworks/importing/name-uuid.ts';
import { keptOf, type Bundle, type End, type Keyed, type PartRow } from './bundle.ts';
import { OURS } from './lawful.ts';
import { mainLanguage, statementsOf } from './statements.ts';
import type { CFAssociation, CFItem, Link } from './wire.ts';
import { associationType, itemType, REQUIREMENTS, roleType } from './words.ts';

/** What stands around a row when it is written. */
export interface Surroundings {
  /** the address under which this version of CASE is served; URIs of what has none of its own begin with it */
  base: string;
  document: Link;
  /** the language of the document: that of an item when it has a label in it */
  language: string;
  end(type: 'item' | 'role', sourceId: string): End | undefined;
  /** when the row last came to say something else */
  changedAt(row: PartRow): string;
}

/** A row as CASE 1.1 would write it had it never come from elsewhere, without our extensions. */
export function derive(
  row: PartRow,
  at: Surroundings,
  language: string = languageOf(row, at),
): Bundle {
  const item: CFItem = {
    ...itemIn(row, language, at),
    uri: row.uri ?? `${at.base}/CFItems/${row.uuid}`,
    identifier: row.uuid,
    humanCodingScheme: row.code,
    ...keywords(row, language),
  };
  const self: Link = { title: labelOf(row, language), identifier: row.uuid, uri: item.uri };
  const make = maker(row, self, at);
  const associations = [
    parentOf(row, at, make),
    ...(row.type === 'item' ? relationsOf(row, at, make) : requirementsOf(row, at, make)),
  ];
  return { item, associations, translations: translationsOf(row, language, self, at) };
}

/** The language that leads in a row. */
export function languageOf(row: PartRow, { language }: Pick<Surroundings, 'language'>): string {
  const labelled = row.texts.flatMap((text) => (text.field === 'label' ? [text.language] : []));
  const kept = keptOf(row)?.language;
  if (kept !== undefined && labelled.includes(kept)) return kept;
  if (labelled.includes(language)) return language;
  return mainLanguage(labelled) ?? mainLanguage(row.texts.map((text) => text.language)) ?? language;
}

export function labelOf(row: PartRow, language: string): string {
  const label = row.texts.find((text) => text.field === 'label' && text.language === language);
  return label?.value ?? row.code;
}

function itemIn(row: PartRow, language: string, at: Surroundings): CFItem {
  const { fullStatement, ...rest } = statementsOf(row.texts, language);
  return {
    identifier: row.uuid,
    uri: '',
    // an item has to say something
    fullStatement: fullStatement ?? row.code,
    ...rest,
    language,
    CFItemType: row.type === 'item' ? itemType(row) : roleType(row),
    lastChangeDateTime: at.changedAt(row),
  };
}

function keywords(row: PartRow, language: string): { conceptKeywords?: string[] } {
  const forms =
    row.type === 'item'
      ? row.aliases.map(({ form, language }) => ({ word: form, language }))
      : row.titles.map(({ title, language }) => ({ word: title, language }));
  const words = forms.flatMap((form) => (form.language === language ? [form.word] : []));
  return words.length === 0 ? {} : { conceptKeywords: [...new Set(words)].sort() };
}

type Make = (type: string, to: Link, toWhom: string, over?: Partial<CFAssociation>) => Keyed;

/** The UUID of an association is made of what it says, so that it is the same at every export. */
function maker(row: PartRow, self: Link, at: Surroundings): Make {
  const times = new Map<string, number>();
  return (type, to, toWhom, over = {}) => {
    const said = `${type}|${toWhom}`;
    const time = (times.get(said) ?? 0) + 1;
    times.set(said, time);
    const key = time === 1 ? said : `${said}#${time}`;
    const identifier = nameUuid(row.uuid, `association ${type} ${to.identifier} ${time}`);
    return {
      key,
      association: {
        identifier,
        associationType: type,
        uri: `${at.base}/CFAssociations/${identifier}`,
        originNodeURI: { ...self },
        destinationNodeURI: { title: to.title, identifier: to.identifier, uri: to.uri },
        lastChangeDateTime: at.changedAt(row),
        ...over,
      },
    };
  };
}

function parentOf(row: PartRow, at: Surroundings, make: Make): Keyed {
  const parent = row.parent === null ? undefined : at.end(row.type, row.parent);
  const over = { sequenceNumber: row.sequence };
  return parent
    ? make('isChildOf', parent, whom(parent), over)
    : make('isChildOf', at.document, 'document', over);
}

export function whom({ type, sourceId }: Pick<End, 'type' | 'sourceId'>): string {
  return `${type} ${sourceId}`;
}

function relationsOf(row: ItemRow, at: Surroundings, make: Make): Keyed[] {
  return [...row.relations].sort(byWhom).flatMap(({ relation, to, sequence, extra }) => {
    const end = at.end('item', to);
    if (!end) return [];
    return [
      make(associationType(relation), end, whom(end), {
        ...(sequence === undefined ? {} : { sequenceNumber: sequence }),
        ...ours(extra === undefined ? {} : { extra }),
      }),
    ];
  });
}

function byWhom(a: ItemRow['relations'][number], b: ItemRow['relations'][number]): number {
  const [one, other] = [`${a.relation} ${a.to}`, `${b.relation} ${b.to}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

function requirementsOf(row: RoleRow, at: Surroundings, make: Make): Keyed[] {
  const sorted = [...row.requirements].sort((a, b) => (a.item < b.item ? -1 : 1));
  return sorted.flatMap((requirement) => {
    const end = at.end('item', requirement.item);
    if (!end) return [];
    const { item: _, necessity, ...said } = requirement;
    return [make(REQUIREMENTS[necessity], end, whom(end), ours(said))];
  });
}

/** What of ours an association carries beside what CASE says. */
function ours(said: Omit<Requirement, 'item' | 'necessity'>): Partial<CFAssociation> {
  return Object.keys(said).length === 0 ? {} : { extensions: { [OURS]: said } };
}

function translationsOf(
  row: PartRow,
  main: string,
  self: Link,
  at: Surroundings,
): Bundle['translations'] {
  const languages = new Set(
    row.texts.flatMap((text) =>
      text.field === 'label' && text.language !== main ? [text.language] : [],
    ),
  );
  return [...languages].sort().map((language) => {
    const identifier = nameUuid(row.uuid, `translation ${language}`);
    const item: CFItem = {
      ...itemIn(row, language, at),
      ...{ identifier, uri: `${at.base}/CFItems/${identifier}` },
      ...keywords(row, language),
    };
    const link = { title: labelOf(row, language), identifier, uri: item.uri };
    const make = maker({ ...row, uuid: identifier }, link, at);
    return {
      ...{ language, item },
      associations: [make('isTranslationOf', self, 'main', {})],
    };
  });
}
