/**
 * CASE as it travels: the names and types of the official schemas (1EdTech CASE 1.0, July 2017, and 1.1,
 * January 2025). What 1.1 added says so; everything else is the same in both.
 */
export type CaseVersion = '1.0' | '1.1';

export interface Link {
  title: string;
  identifier: string;
  uri: string;
}

/** The end of an association: any object, of this framework or of another one. */
export interface NodeLink extends Link {
  targetType?: string;
}

export type Extensions = Record<string, unknown>;

export interface CFDocument extends Record<string, unknown> {
  identifier: string;
  uri: string;
  title: string;
  creator: string;
  lastChangeDateTime: string;
  extensions?: Extensions;
}

export interface CFItem extends Record<string, unknown> {
  identifier: string;
  uri: string;
  fullStatement: string;
  lastChangeDateTime: string;
  extensions?: Extensions;
}

export interface CFAssociation extends Record<string, unknown> {
  identifier: string;
  uri: string;
  associationType: string;
  sequenceNumber?: number;
  originNodeURI: NodeLink;
  destinationNodeURI: NodeLink;
  lastChangeDateTime: string;
  extensions?: Extensions;
}

export type Definition = Record<string, unknown>;

export interface CFPackage {
  CFDocument: CFDocument;
  CFItems?: CFItem[];
  CFAssociations?: CFAssociation[];
  CFDefinitions?: Record<string, unknown>;
  CFRubrics?: Definition[];
  extensions?: Extensions;
}

/** Lists of CFDefinitions, and the kind under which ours are kept. */
export const DEFINITION_LISTS = {
  CFConcepts: 'concept',
  CFSubjects: 'subject',
  CFLicenses: 'licence',
  CFItemTypes: 'item-type',
  CFAssociationGroupings: 'association-grouping',
} as const;

export type FieldType =
  | 'uuid'
  | 'uri'
  | 'text'
  | 'texts'
  | 'date'
  | 'instant'
  | 'integer'
  | 'number'
  | 'link'
  | 'links'
  | 'node'
  | 'object'
  | 'objects';

export interface Field {
  type: FieldType;
  since11?: true;
  required?: true;
  /** of lists of objects that are parts: what each of them is */
  of?: Kind;
}

export type Kind =
  | 'document'
  | 'item'
  | 'association'
  | 'concept'
  | 'subject'
  | 'licence'
  | 'item-type'
  | 'association-grouping'
  | 'rubric'
  | 'criterion'
  | 'criterion-level';

const COMMON = {
  identifier: { type: 'uuid', required: true },
  uri: { type: 'uri', required: true },
  lastChangeDateTime: { type: 'instant', required: true },
  extensions: { type: 'object', since11: true },
} as const satisfies Record<string, Field>;

const TITLED = {
  ...COMMON,
  title: { type: 'text', required: true },
  description: { type: 'text' },
} as const;
const STATUS = { statusStartDate: { type: 'date' }, statusEndDate: { type: 'date' } } as const;

/** Every field that an object may have, by the official schemas; nothing else may leave in it. */
export const FIELDS: Readonly<Record<Kind, Readonly<Record<string, Field>>>> = {
  document: {
    ...COMMON,
    ...STATUS,
    frameworkType: { type: 'text', since11: true },
    caseVersion: { type: 'text', since11: true },
    creator: { type: 'text', required: true },
    title: { type: 'text', required: true },
    officialSourceURL: { type: 'uri' },
    publisher: { type: 'text' },
    description: { type: 'text' },
    subject: { type: 'texts' },
    subjectURI: { type: 'links' },
    language: { type: 'text' },
    version: { type: 'text' },
    adoptionStatus: { type: 'text' },
    licenseURI: { type: 'link' },
    notes: { type: 'text' },
  },
  item: {
    ...COMMON,
    ...STATUS,
    fullStatement: { type: 'text', required: true },
    alternativeLabel: { type: 'text' },
    CFItemType: { type: 'text' },
    humanCodingScheme: { type: 'text' },
    listEnumeration: { type: 'text' },
    abbreviatedStatement: { type: 'text' },
    conceptKeywords: { type: 'texts' },
    conceptKeywordsURI: { type: 'link' },
    notes: { type: 'text' },
    subject: { type: 'texts', since11: true },
    subjectURI: { type: 'links', since11: true },
    language: { type: 'text' },
    educationLevel: { type: 'texts' },
    CFItemTypeURI: { type: 'link' },
    licenseURI: { type: 'link' },
  },
  association: {
    ...COMMON,
    associationType: { type: 'text', required: true },
    sequenceNumber: { type: 'integer' },
    originNodeURI: { type: 'node', required: true },
    destinationNodeURI: { type: 'node', required: true },
    CFAssociationGroupingURI: { type: 'link' },
    notes: { type: 'text', since11: true },
  },
  concept: {
    ...TITLED,
    keywords: { type: 'text' },
    hierarchyCode: { type: 'text', required: true },
  },
  subject: { ...TITLED, hierarchyCode: { type: 'text', required: true } },
  licence: { ...TITLED, licenseText: { type: 'text', required: true } },
  'item-type': {
    ...TITLED,
    description: { type: 'text', required: true },
    hierarchyCode: { type: 'text', required: true },
    typeCode: { type: 'text' },
  },
  'association-grouping': TITLED,
  rubric: {
    ...COMMON,
    title: { type: 'text' },
    description: { type: 'text' },
    CFRubricCriteria: { type: 'objects', of: 'criterion' },
  },
  criterion: {
    ...COMMON,
    category: { type: 'text' },
    description: { type: 'text' },
    CFItemURI: { type: 'link' },
    weight: { type: 'number' },
    position: { type: 'integer' },
    rubricId: { type: 'uuid' },
    CFRubricCriterionLevels: { type: 'objects', of: 'criterion-level' },
  },
  'criterion-level': {
    ...COMMON,
    // alone in 1.1, a list of them
    extensions: { type: 'objects', since11: true },
    description: { type: 'text' },
    quality: { type: 'text' },
    score: { type: 'number' },
    feedback: { type: 'text' },
    position: { type: 'integer' },
    rubricCriterionId: { type: 'uuid' },
  },
};

/** What an association may be in both versions; 1.1 adds isTranslationOf and names that begin with `ext:`. */
export const ASSOCIATION_TYPES_10: ReadonlySet<string> = new Set([
  ...['isChildOf', 'isPeerOf', 'isPartOf', 'exactMatchOf', 'precedes', 'isRelatedTo'],
  ...['replacedBy', 'exemplar', 'hasSkillLevel'],
]);

export function isAssociationType(type: unknown, version: CaseVersion): type is string {
  if (typeof type !== 'string') return false;
  if (ASSOCIATION_TYPES_10.has(type)) return true;
  return version === '1.1' && (type === 'isTranslationOf' || /^ext:[a-zA-Z0-9._-]+$/.test(type));
}
