import type {
  AnyRow,
  DefinitionRow,
  FrameworkRow,
} from '#src/frameworks/importing/framework-row.ts';
import { nameUuid } from '#src/frameworks/importing/name-uuid.ts';
import type { RowFinding } from '#src/imports/importer.ts';
import type { Bundle, End, KeptBundle, PartRow } from './bundle.ts';
import { derive, languageOf, type Surroundings } from './derive.ts';
import {
  keepDocument,
  languageOfFramework,
  readOurDocument,
  type KeptDocument,
} from './document.ts';
import { keepBundle, withoutTimestamp } from './keep-bundle.ts';
import { apartFromOurs, isObject, isUuid } from './lawful.ts';
import { asTheySay, OurItem, OurRole } from './our-part.ts';
import {
  destinationOf,
  keyed,
  languageOfItem,
  readBundle,
  uuidOf,
  type Around,
} from './read-bundle.ts';
import { translationsIn } from './translations.ts';
import { codesOf, endOf } from './to-case.ts';
import {
  DEFINITION_LISTS,
  type CFAssociation,
  type CFItem,
  type CFPackage,
  type Definition,
  type Extensions,
} from './wire.ts';

export interface ReadPart {
  row: AnyRow;
  problems: RowFinding[];
}

/**
 * A package of CASE 1.0 or 1.1 as rows: the framework first, then its scales, items, roles and
 * definitions. Nothing of the package is lost: what our columns have no room for is kept in `extra`.
 */
export function* fromCase(whole: CFPackage): Generator<ReadPart> {
  const { plain: document, ours } = apartFromOurs(whole.CFDocument);
  const { about, scales, base } = readOurDocument(document, ours);
  const index = indexOf(whole, document.identifier);
  const around: Around = { ...aroundOf(index, document.identifier), language: document.language };

  const rows = index.bundles.map(({ bundle, type, said }) =>
    asTheySay(readBundle(bundle, type, around), saidOf(type, said)),
  );
  const languages = new Map(
    rows.map((row, place) => [row, languageOfItem(index.bundles[place]!.bundle.item, around)]),
  );
  const at = surroundings(languages, about, document.identifier, document.uri, base ?? '');
  const kept: KeptDocument = {
    of: about.uuid,
    ...keptBeside(whole, index.others, base !== undefined),
    document: keepDocument(document, about, base),
  };
  const isOurs =
    base !== undefined &&
    Object.keys(kept).length === 2 &&
    Object.keys(kept.document!).length === 0;
  yield {
    row: isOurs ? about : { ...about, extra: { ...about.extra, case: kept } },
    problems: storable(kept),
  };
  for (const scale of scales) yield { row: scale, problems: [] };
  for (const [place, { bundle }] of index.bundles.entries()) {
    const row = rows[place]!;
    const kept = keptFor(bundle, row, languages.get(row)!, at);
    const problems = [...problemsOf(bundle), ...storable([row.extra, kept])];
    yield { row: kept ? { ...row, extra: { ...row.extra, case: kept } } : row, problems };
  }
  yield* definitionsOf(whole);
}

/** `language`: of the item as it came, which leads in the row whatever language the document has. */
function keptFor(
  bundle: Bundle,
  row: PartRow,
  language: string,
  at: Surroundings,
): KeptBundle | undefined {
  const leads = languageOf(row, at) === language;
  const kept = keepBundle(bundle, derive(row, at, language), {
    uuid: row.uuid,
    base: at.base,
  });
  return leads ? kept : { ...(kept ?? { of: row.uuid }), language };
}

interface Index {
  bundles: { bundle: Bundle; type: 'item' | 'role'; said: unknown }[];
  ends: Map<string, Pick<End, 'type' | 'sourceId'>>;
  codes: Map<string, string>;
  positions: Map<string, number>;
  /** associations that begin at no item of the package */
  others: CFAssociation[];
}

function indexOf(whole: CFPackage, document: string): Index {
  const items = new Map<string, { item: CFItem; type: 'item' | 'role'; said: unknown }>();
  const again: CFItem[] = [];
  for (const one of whole.CFItems ?? []) {
    const { plain, ours } = apartFromOurs(one);
    const id = one.identifier.toLowerCase();
    if (items.has(id)) again.push(plain);
    else
      items.set(id, { item: plain, type: ours.type === 'role' ? 'role' : 'item', said: ours.row });
  }
  const ends = new Map<string, Pick<End, 'type' | 'sourceId'>>();
  for (const [id, { type, said }] of items) {
    const named = isObject(said) && typeof said.sourceId === 'string' ? said.sourceId : id;
    ends.set(id, { type, sourceId: named });
  }
  const byOrigin = new Map<string, CFAssociation[]>();
  const others: CFAssociation[] = [];
  for (const association of whole.CFAssociations ?? []) {
    const { ours } = apartFromOurs(association);
    // said of a competency that is no longer in the framework: it belongs to the life of the framework
    if (ours.succession !== undefined || ours.crosswalk !== undefined) continue;
    const origin = destinationOf(association.originNodeURI);
    if (!items.has(origin)) others.push(association);
    else byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), association]);
  }
  const translations = translationsIn(items, byOrigin, whole.CFDocument.language);
  const around = { document, end: (id: string) => ends.get(id) };
  const main = [...items].filter(([id]) => !translations.isTranslation(id));
  const bundles = main.map(([id, { item, type, said }]) => ({
    ...{ type, said },
    bundle: {
      item,
      associations: keyed(byOrigin.get(id) ?? [], around).map(apart),
      translations: translations.of(id).map(({ language, id: other }) => ({
        language,
        item: items.get(other)!.item,
        associations: (byOrigin.get(other) ?? []).map((association) =>
          apart({ key: 'isTranslationOf|main', association }),
        ),
      })),
    },
  }));
  return {
    ...{ bundles: [...bundles, ...again.map(second)], ends, others },
    codes: codesIn(main.map(([, one]) => one)),
    positions: positionsOf(
      main.map(([id]) => byOrigin.get(id)),
      main.map(([id]) => id),
    ),
  };
}

/** An identifier that stands twice: the second is shown with what is wrong about it, and rejected. */
function second(item: CFItem): Index['bundles'][number] {
  return { bundle: { item, associations: [], translations: [] }, type: 'item', said: undefined };
}

function apart<One extends { association: CFAssociation }>(one: One): One {
  const { plain, ours } = apartFromOurs(one.association);
  // relations and requirements read what is ours from the association itself
  const kept = Object.keys(ours).length > 0 ? one.association : plain;
  return { ...one, association: kept };
}

function aroundOf(index: Index, document: string): Omit<Around, 'language'> {
  return {
    document,
    end: (identifier) => index.ends.get(identifier),
    code: (identifier) => index.codes.get(identifier.toLowerCase()) ?? identifier,
    position: (identifier) => index.positions.get(identifier.toLowerCase()) ?? 1,
  };
}

/** A code of each item that no other item of its type has: the smallest identifier keeps it as written. */
function codesIn(items: readonly { item: CFItem; type: 'item' | 'role' }[]): Map<string, string> {
  const codes = new Map<string, string>();
  const taken = new Set<string>();
  const sorted = items
    .map(({ item, type }) => ({ item, type, id: item.identifier.toLowerCase() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { item, type, id } of sorted) {
    const code = codesOf(item).find((one) => !taken.has(`${type} ${one}`)) ?? id;
    taken.add(`${type} ${code}`);
    codes.set(id, code);
  }
  return codes;
}

function positionsOf(
  associations: readonly (readonly CFAssociation[] | undefined)[],
  ids: readonly string[],
): Map<string, number> {
  const counted = new Map<string, number>();
  return new Map(
    ids.map((id, place) => {
      const parent = associations[place]?.find((one) => one.associationType === 'isChildOf');
      const under = parent ? destinationOf(parent.destinationNodeURI) : '';
      const position = (counted.get(under) ?? 0) + 1;
      counted.set(under, position);
      return [id, position];
    }),
  );
}

function saidOf(type: 'item' | 'role', said: unknown): Partial<PartRow> {
  const read = (type === 'item' ? OurItem : OurRole).safeParse(said ?? {});
  return read.success ? (read.data as Partial<PartRow>) : {};
}

function surroundings(
  languages: ReadonlyMap<PartRow, string>,
  about: FrameworkRow,
  identifier: string,
  uri: string,
  base: string,
): Surroundings {
  const language = languageOfFramework(about);
  const byName = new Map([...languages.keys()].map((row) => [`${row.type} ${row.sourceId}`, row]));
  const title = about.texts.find((text) => text.field === 'title' && text.language === language);
  return {
    ...{ base, language, changedAt: () => '' },
    document: { title: title?.value ?? about.code, identifier, uri },
    end: (type, sourceId) => {
      const row = byName.get(`${type} ${sourceId}`);
      return row && endOf(row, { base, language }, languages.get(row));
    },
  };
}

/** `isOurs`: lists of items and associations are there always. */
function keptBeside(
  whole: CFPackage,
  others: CFAssociation[],
  isOurs: boolean,
): Partial<KeptDocument> {
  const { CFDocument: _, CFItems, CFAssociations, CFDefinitions, CFRubrics, ...beside } = whole;
  const { extensions, ...unknown } = beside as Record<string, unknown>;
  const plainExtensions = isObject(extensions) ? withoutOurs(extensions) : undefined;
  const ofDefinitions = isObject(CFDefinitions?.extensions)
    ? withoutOurs(CFDefinitions.extensions)
    : undefined;
  const lists: [string, unknown][] = [
    ...Object.entries(isOurs ? { CFRubrics } : { CFItems, CFAssociations, CFRubrics }),
    ...Object.entries(CFDefinitions ?? {}).map(
      ([name, list]) => [`CFDefinitions.${name}`, list] as [string, unknown],
    ),
    ...(CFDefinitions && Object.keys(CFDefinitions).length === 0
      ? [['CFDefinitions', []] as [string, unknown]]
      : []),
  ];
  const emptyLists = lists.flatMap(([name, list]) =>
    Array.isArray(list) && list.length === 0 ? [name] : [],
  );
  return {
    ...(others.length > 0 ? { others: others.map(withoutTimestamp) } : {}),
    ...(plainExtensions ? { extensions: plainExtensions } : {}),
    ...(ofDefinitions ? { definitionExtensions: ofDefinitions } : {}),
    ...(Object.keys(unknown).length > 0 ? { unknown } : {}),
    ...(emptyLists.length > 0 ? { emptyLists } : {}),
  };
}

function withoutOurs(extensions: Extensions): Extensions | undefined {
  const { plain } = apartFromOurs({ extensions });
  return plain.extensions as Extensions | undefined;
}

function* definitionsOf(whole: CFPackage): Generator<ReadPart> {
  const taken = new Set<string>();
  const lists: [DefinitionRow['kind'], unknown][] = [
    ...Object.entries(DEFINITION_LISTS).map(
      ([name, kind]) => [kind, whole.CFDefinitions?.[name]] as [DefinitionRow['kind'], unknown],
    ),
    ['rubric', whole.CFRubrics],
  ];
  for (const [kind, list] of lists) {
    const objects = Array.isArray(list) ? (list.filter(isObject) as Definition[]) : [];
    for (const [sequence, object] of objects.entries()) {
      const { plain, ours } = apartFromOurs(object);
      if (ours.generated === true) continue;
      const id = typeof plain.identifier === 'string' ? plain.identifier : `${sequence}`;
      const wanted = isUuid(id) ? id.toLowerCase() : uuidOf(id, whole.CFDocument.identifier);
      const uuid = taken.has(wanted) ? nameUuid(wanted, `${kind} ${sequence}`) : wanted;
      taken.add(uuid);
      const row: DefinitionRow = { type: 'definition', uuid, kind, body: plain, sequence };
      yield { row, problems: storable(plain) };
    }
  }
}

function problemsOf({ item, associations }: Bundle): RowFinding[] {
  const unknown = associations.find(
    ({ key, association }) =>
      key.startsWith('isChildOf|external') && association.associationType === 'isChildOf',
  );
  const identifier: string = item.identifier;
  const parents = associations.some(({ key }) => /^isChildOf\|(item|role|document)/.test(key));
  return [
    ...(isUuid(identifier)
      ? []
      : [warning('framework-uuid-bad', 'identifier', { value: identifier.slice(0, 80) })]),
    ...(unknown && !parents
      ? [
          warning('framework-parent-unknown', 'isChildOf', {
            value: destinationOf(unknown.association.destinationNodeURI).slice(0, 80),
          }),
        ]
      : []),
  ];
}

/** PostgreSQL keeps no U+0000 and no half of a surrogate pair in jsonb. */
function storable(kept: unknown): RowFinding[] {
  const text = JSON.stringify(kept) ?? '';
  if (!/\\u0000|\\ud[89a-f][0-9a-f]{2}/.test(text)) return [];
  return [{ code: 'framework-control-characters', severity: 'error', column: null, detail: {} }];
}

function warning(
  code: RowFinding['code'],
  column: string,
  detail: RowFinding['detail'],
): RowFinding {
  return { code, severity: 'warning', column, detail };
}
