import type { ItemRow, Requirement, RoleRow } from '#src/frameworks/importing/framework-row.ts';
import { nameUuid } from '#src/frameworks/importing/name-uuid.ts';
import { whom } from './derive.ts';
import type { Bundle, End, Keyed, PartRow } from './bundle.ts';
import { apartFromOurs, fits, isUuid } from './lawful.ts';
import { languageOf, textOf, textsOf } from './statements.ts';
import type { CFAssociation, CFItem } from './wire.ts';
import { associationType, itemKind, necessityOf, relationOf, roleKind } from './words.ts';

/** What has to be known about a package to read one part of it. */
export interface Around {
  /** the identifier of the document */
  document: string;
  /** the language of the document, as it was written */
  language: unknown;
  end(identifier: string): Pick<End, 'type' | 'sourceId'> | undefined;
  /** the code of an item, unique in the package */
  code(identifier: string): string;
  /** where it stands among its siblings, for items that say nothing of their order */
  position(identifier: string): number;
}

/** What the standard's own fields of a part say: of a package of ours the rest stands in `extensions`. */
export function readBundle(bundle: Bundle, type: 'item' | 'role', around: Around): PartRow {
  const { item, associations, translations } = bundle;
  const parts = [item, ...translations.map((one) => one.item)];
  const parent = parentOf(associations, type, around);
  const base = {
    sourceId: item.identifier.toLowerCase(),
    uuid: uuidOf(item.identifier, around.document),
    uri: typeof item.uri === 'string' && item.uri !== '' ? item.uri : null,
    code: around.code(item.identifier),
    parent: parent?.sourceId ?? null,
    sequence: parent?.sequence ?? around.position(item.identifier),
    texts: parts.flatMap((part) => textsOf(part, languageOfItem(part, around))),
    extra: {},
  };
  if (type === 'role') {
    const row: RoleRow = {
      ...{ type: 'role', ...base, ...roleKind(item.CFItemType), titles: [] },
      requirements: requirementsOf(associations, around),
    };
    return row;
  }
  return {
    ...{
      type: 'item',
      ...base,
      ...itemKind(item.CFItemType),
      aliases: [],
      level: null,
      levels: [],
    },
    relations: relationsOf(associations, parent?.key, around),
  };
}

export function uuidOf(identifier: string, document: string): string {
  if (isUuid(identifier)) return identifier.toLowerCase();
  const namespace = isUuid(document) ? document : nameUuid(NAMESPACE, document);
  return nameUuid(namespace, identifier);
}

const NAMESPACE = '7a1c9a8e-3f0d-5c1b-9b57-2d0b6f6c2f10';

export function languageOfItem(item: CFItem, around: Pick<Around, 'language'>): string {
  const { fullStatement, notes } = item;
  return languageOf(textOf(item.language) ?? around.language, fullStatement, notes);
}

/** Names the associations that begin at a part: those to its parent before others that say the same. */
export function keyed(
  associations: readonly CFAssociation[],
  around: Pick<Around, 'document' | 'end'>,
): Keyed[] {
  const times = new Map<string, number>();
  return associations.map((association) => {
    const type = relationOf(association.associationType);
    const said = `${type === undefined ? String(association.associationType) : associationType(type)}|${toWhom(association, around)}`;
    const time = (times.get(said) ?? 0) + 1;
    times.set(said, time);
    return { key: time === 1 ? said : `${said}#${time}`, association };
  });
}

function toWhom(
  { destinationNodeURI }: CFAssociation,
  around: Pick<Around, 'document' | 'end'>,
): string {
  const identifier = destinationOf(destinationNodeURI);
  if (identifier === around.document.toLowerCase()) return 'document';
  const end = around.end(identifier);
  return end ? whom(end) : `external ${identifier}`;
}

export function destinationOf(node: unknown): string {
  const identifier = (node as { identifier?: unknown } | undefined)?.identifier;
  return typeof identifier === 'string' ? identifier.toLowerCase() : '';
}

/** The first item that it is a child of; standing under the document is standing at the top. */
function parentOf(
  associations: readonly Keyed[],
  type: 'item' | 'role',
  around: Around,
): { sourceId: string | null; sequence: number | undefined; key: string } | undefined {
  const children = associations.filter(
    ({ association }) => association.associationType === 'isChildOf',
  );
  const found = children.flatMap(({ key, association }) => {
    const identifier = destinationOf(association.destinationNodeURI);
    const end = around.end(identifier);
    if (end?.type !== type || isSelf(association)) return [];
    return [{ sourceId: end.sourceId, sequence: sequenceOf(association), key }];
  });
  const top = children.find(({ key }) => key === 'isChildOf|document');
  return (
    found[0] ?? (top && { sourceId: null, sequence: sequenceOf(top.association), key: top.key })
  );
}

function relationsOf(
  associations: readonly Keyed[],
  parent: string | undefined,
  around: Around,
): ItemRow['relations'] {
  return associations.flatMap(({ key, association }) => {
    const relation = relationOf(association.associationType);
    const end = around.end(destinationOf(association.destinationNodeURI));
    if (key === parent || isAgain(key) || relation === undefined || end?.type !== 'item') return [];
    if (isSelf(association)) return [];
    const sequence = sequenceOf(association);
    const { extra } = apartFromOurs(association).ours;
    return [
      {
        ...{ relation, to: end.sourceId },
        ...(sequence === undefined ? {} : { sequence }),
        ...(fits(extra, 'object') ? { extra: extra as Record<string, unknown> } : {}),
      },
    ];
  });
}

function requirementsOf(associations: readonly Keyed[], around: Around): Requirement[] {
  return associations.flatMap(({ key, association }) => {
    const necessity = necessityOf(association.associationType);
    const end = around.end(destinationOf(association.destinationNodeURI));
    if (necessity === undefined || end?.type !== 'item' || isAgain(key)) return [];
    const { level, weight, extra } = apartFromOurs(association).ours;
    return [
      {
        ...{ item: end.sourceId, necessity },
        ...(isLevel(level) ? { level } : {}),
        ...(typeof weight === 'number' && weight >= 0 && weight <= 1 ? { weight } : {}),
        ...(fits(extra, 'object') ? { extra: extra as Record<string, unknown> } : {}),
      },
    ];
  });
}

function isLevel(value: unknown): value is { scale: string; level: number } {
  const { scale, level } = (value ?? {}) as { scale?: unknown; level?: unknown };
  return typeof scale === 'string' && Number.isInteger(level);
}

function isAgain(key: string): boolean {
  return /#\d+$/.test(key);
}

function isSelf({ originNodeURI, destinationNodeURI }: CFAssociation): boolean {
  return destinationOf(originNodeURI) === destinationOf(destinationNodeURI);
}

const MOST = 2 ** 31 - 1;

export function sequenceOf({ sequenceNumber: value }: CFAssociation): number | undefined {
  return Number.isInteger(value) && Math.abs(value!) <= MOST ? value : undefined;
}
