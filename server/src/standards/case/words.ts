import type { Relation } from '#src/crosswalks/contract.ts';
import type { ItemRow, RoleRow } from '#src/frameworks/importing/framework-row.ts';

/** Our relations, as the type of the association that says the same from → to. */
const TYPES: Readonly<Record<string, string>> = {
  'child-of': 'isChildOf',
  'part-of': 'isPartOf',
  related: 'isRelatedTo',
  'peer-of': 'isPeerOf',
  precedes: 'precedes',
  'exemplar-of': 'exemplar',
  'has-level': 'hasSkillLevel',
  'replaced-by': 'replacedBy',
  'translation-of': 'isTranslationOf',
  'essential-for': 'ext:essentialFor',
  'optional-for': 'ext:optionalFor',
  // within one framework: between frameworks it is a crosswalk
  'ext:exactMatchOf': 'exactMatchOf',
};
const RELATIONS = new Map(Object.entries(TYPES).map(([relation, type]) => [type, relation]));

export function associationType(relation: string): string {
  return TYPES[relation] ?? relation;
}

/** Undefined for a type that CASE does not know. */
export function relationOf(type: unknown): string | undefined {
  if (typeof type !== 'string') return undefined;
  return RELATIONS.get(type) ?? (/^ext:[a-zA-Z0-9._-]+$/.test(type) ? type : undefined);
}

/** Between frameworks; read from the origin as ours are from their first item. CASE knows no broader and narrower. */
const CROSSWALKS: Readonly<Record<Relation, string>> = {
  exact: 'exactMatchOf',
  broader: 'ext:isBroaderThan',
  narrower: 'ext:isNarrowerThan',
  related: 'isRelatedTo',
};

export function crosswalkType(relation: Relation): string {
  return CROSSWALKS[relation];
}

/** Role → item. */
export const REQUIREMENTS = { essential: 'ext:requires', desirable: 'ext:benefitsFrom' } as const;

export function necessityOf(type: unknown): 'essential' | 'desirable' | undefined {
  if (type === REQUIREMENTS.essential) return 'essential';
  return type === REQUIREMENTS.desirable ? 'desirable' : undefined;
}

const ITEM_TYPES: Readonly<Record<ItemRow['kind'], string>> = {
  area: 'Area',
  competency: 'Competency',
  knowledge: 'Knowledge',
  skill: 'Skill',
  attitude: 'Attitude',
  task: 'Task',
  tool: 'Tool',
  credential: 'Credential',
};

const ROLE_TYPES: Readonly<Record<RoleRow['kind'], string>> = {
  group: 'Occupation Group',
  occupation: 'Occupation',
  'work-role': 'Work Role',
  'role-profile': 'Role Profile',
  'job-position': 'Job Position',
};

export function itemType(row: Pick<ItemRow, 'kind' | 'sourceKind'>): string {
  return row.sourceKind ?? ITEM_TYPES[row.kind];
}

export function roleType(row: Pick<RoleRow, 'kind' | 'sourceKind'>): string {
  return row.sourceKind ?? ROLE_TYPES[row.kind];
}

const GUESSES: readonly [RegExp, ItemRow['kind']][] = [
  [/knowledge|kiến thức/i, 'knowledge'],
  [/skill|kỹ năng|ability/i, 'skill'],
  [/attitude|disposition|thái độ/i, 'attitude'],
  [/task|nhiệm vụ/i, 'task'],
  [/tool|technology|công cụ/i, 'tool'],
  [/credential|certificat|chứng chỉ/i, 'credential'],
  [/area|domain|cluster|strand|categor|topic|component|subject|unit|grade|nhóm|lĩnh vực/i, 'area'],
];

/** What an item is by the word of its source; a competency where the word says nothing to us. */
export function itemKind(type: unknown): Pick<ItemRow, 'kind' | 'sourceKind'> {
  const text = typeof type === 'string' && type.trim() !== '' ? type.normalize('NFC') : null;
  const own = Object.entries(ITEM_TYPES).find(([, word]) => word === text);
  if (own) return { kind: own[0] as ItemRow['kind'], sourceKind: null };
  const kind = GUESSES.find(([pattern]) => text !== null && pattern.test(text))?.[1];
  return { kind: kind ?? 'competency', sourceKind: text };
}

export function roleKind(type: unknown): Pick<RoleRow, 'kind' | 'sourceKind'> {
  const text = typeof type === 'string' && type.trim() !== '' ? type.normalize('NFC') : null;
  const own = Object.entries(ROLE_TYPES).find(([, word]) => word === text);
  if (own) return { kind: own[0] as RoleRow['kind'], sourceKind: null };
  return { kind: 'occupation', sourceKind: text };
}
