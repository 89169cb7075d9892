import type { CompetencyKind } from '../contract.ts';
import type { ReadRow } from '../importing/framework-importer.ts';
import type { ItemRow, Requirement, RoleRow } from '../importing/framework-row.ts';
import { nameUuid } from '../importing/name-uuid.ts';
import { iscoUri, sourceIdOf, type Concept, type Concepts } from './concepts.ts';
import type { Requirements } from './read-concepts.ts';

/** UUIDs of what ESCO names without one (groups of ISCED-F and ISCO) are made within this. */
export const NAMESPACE = nameUuid(
  '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  'http://data.europa.eu/esco',
);

type Relations = ReadonlyMap<string, ItemRow['relations']>;

/** A skill, or a group of them. */
export function itemRow(concept: Concept, concepts: Concepts, relations: Relations): ReadRow {
  const { uri, extra } = concept;
  const [parent, ...others] = parentsOf(concept, concepts);
  const isGroup = concept.type === 'SkillGroup';
  const row: ItemRow = {
    ...{ type: 'item', sourceId: sourceIdOf(uri), uuid: uuidOf(uri), uri },
    code: concept.code ?? lastPart(uri),
    kind: isGroup ? 'area' : kindOf(concept, concepts),
    sourceKind: concept.type,
    parent: parent === undefined ? null : sourceIdOf(parent),
    sequence: isGroup ? groupSequence(concept.code) : AFTER_GROUPS,
    texts: [...concept.texts.values()],
    aliases: formsOf(concept).map(({ form, language }) => ({ form, language })),
    ...{ level: null, levels: [] },
    relations: [
      ...others.map((to) => ({ relation: 'child-of', to: sourceIdOf(to) })),
      ...(relations.get(uri) ?? []),
    ],
    extra,
  };
  return { row, problems: concept.problems };
}

/** An occupation, or a group of ISCO. */
export function roleRow(concept: Concept, roles: Concepts, requirements: Requirements): ReadRow {
  const { uri, extra } = concept;
  const isGroup = concept.type === 'ISCOGroup';
  const code = concept.code ?? lastPart(uri);
  const [parent, ...others] = roleParents(concept, roles);
  const row: RoleRow = {
    ...{ type: 'role', sourceId: sourceIdOf(uri), uuid: uuidOf(uri), uri, code },
    kind: isGroup ? 'group' : 'occupation',
    sourceKind: concept.type,
    parent: parent === undefined ? null : sourceIdOf(parent),
    sequence: isGroup ? groupSequence(code) : groupSequence(code) + AFTER_GROUPS,
    texts: [...concept.texts.values()],
    titles: formsOf(concept).map(({ form, language }) => ({ title: form, language })),
    requirements: requirementsOf(requirements.get(uri)),
    extra: others.length > 0 ? { ...extra, broader: others } : extra,
  };
  return { row, problems: concept.problems };
}

/** Groups stand before the skills and occupations beside them. */
const AFTER_GROUPS = 10_000;

/** Numbers may not hang on the other rows of a file, or a newer edition would change them all. */
function groupSequence(code: string | null): number {
  return Number(/(\d{1,4})$/.exec(code ?? '')?.[1] ?? 0);
}

function requirementsOf(own: ReadonlyMap<string, string> = new Map()): Requirement[] {
  return [...own].map(([skill, how]) => ({
    item: sourceIdOf(skill),
    necessity: how === 'optional' ? ('desirable' as const) : ('essential' as const),
    // ESCO lists a few pairs as both; they are one requirement here
    ...(how === 'both' ? { extra: { alsoOptional: true } } : {}),
  }));
}

/** A broader skill is nearer than a group; among equals the address decides, whatever the order in the files. */
function parentsOf({ broader, uri }: Concept, { all }: Concepts): string[] {
  const rank = (one: string) => {
    const concept = all.get(one);
    return !concept || concept.texts.size === 0 ? 2 : concept.type === 'SkillGroup' ? 1 : 0;
  };
  return [...broader]
    .filter((one) => one !== uri)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function roleParents(concept: Concept, { all }: Concepts): string[] {
  const { broader, extra, type, code } = concept;
  if (broader.size > 0) {
    const rank = (one: string) => (one.includes('/occupation/') ? 0 : 1);
    return [...broader].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  }
  const isco = extra.iscoGroup;
  if (typeof isco === 'string' && all.has(iscoUri(isco))) return [iscoUri(isco)];
  const above = type === 'ISCOGroup' && code && code.length > 1 ? iscoUri(code.slice(0, -1)) : '';
  return all.has(above) ? [above] : [];
}

/** Compact copies leave the type of most skills open: the pillar above them tells it. */
function kindOf(concept: Concept, concepts: Concepts): CompetencyKind {
  if (concept.type === 'knowledge') return 'knowledge';
  const pillar = pillarOf(concept, concepts);
  if (pillar === 'A') return 'attitude';
  return concept.type !== 'skill/competence' && pillar === 'K' ? 'knowledge' : 'skill';
}

/** The letter of the uppermost group: K, S, L, T, and A (attitudes and values) in older editions. */
function pillarOf(concept: Concept, concepts: Concepts): string | undefined {
  let at: Concept | undefined = concept;
  for (let depth = 0; at && depth < 20; depth += 1) {
    const [parent]: string[] = parentsOf(at, concepts);
    if (parent === undefined) return at.code?.slice(0, 1);
    at = concepts.all.get(parent);
  }
  return undefined;
}

function formsOf({ aliases, texts }: Concept): { form: string; language: string }[] {
  return [...aliases].flatMap(([language, forms]) => {
    const label = texts.get(`label ${language}`)?.value;
    return [...forms].flatMap((form) => (form === label ? [] : [{ form, language }]));
  });
}

function lastPart(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function uuidOf(uri: string): string {
  const last = lastPart(uri).toLowerCase();
  return UUID.test(last) ? last : nameUuid(NAMESPACE, uri);
}
