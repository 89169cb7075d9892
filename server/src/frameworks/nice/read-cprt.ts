import { Problem } from '#src/errors.ts';

/** One element of a CPRT document, as NIST writes it. */
export interface Element {
  element_type: string;
  element_identifier: string;
  title: string;
  text: string;
  [other: string]: unknown;
}

export interface Relationship {
  source_element_identifier: string;
  dest_element_identifier: string;
  relationship_identifier: string;
  [other: string]: unknown;
}

export interface Cprt {
  document: { doc_identifier: string; name: string; version: string; website: string | null };
  documents: Record<string, unknown>[];
  relationshipTypes: unknown[];
  elements: Element[];
  relationships: Relationship[];
  /** elements and relationships that are not in the form of one */
  broken: unknown[];
}

const FORMAT = 'nice-cprt';

/**
 * The tables of a document of NIST's Cybersecurity and Privacy Reference Tool, as the tool offers it for
 * download: bare, or inside `response.elements` as its API wraps it. Throws file-not-in-format.
 */
export function readCprt(value: unknown): Cprt {
  const root = unwrapped(value);
  const documents = listOf(root, 'documents').filter(isObject);
  const document = documents[0];
  if (!document || typeof document.name !== 'string') refuse('"documents": [{ "name": … }]');
  const elements = listOf(root, 'elements');
  const relationships = listOf(root, 'relationships');
  return {
    document: {
      doc_identifier: written(document!.doc_identifier),
      name: written(document!.name),
      version: written(document!.version) || '1',
      website: written(document!.website) || null,
    },
    documents,
    relationshipTypes: Array.isArray(root.relationship_types) ? root.relationship_types : [],
    elements: elements.filter(isElement).map((element) => ({
      ...element,
      title: written(element.title),
      text: written(element.text),
    })),
    relationships: relationships.filter(isRelationship),
    broken: [
      ...elements.filter((one) => !isElement(one)),
      ...relationships.filter((one) => !isRelationship(one)),
    ],
  };
}

function unwrapped(value: unknown): Record<string, unknown> {
  const response = isObject(value) && isObject(value.response) ? value.response : value;
  const root = isObject(response) && isObject(response.elements) ? response.elements : response;
  return isObject(root) ? root : refuse('{ "documents": […], "elements": […] }');
}

function listOf(root: Record<string, unknown>, name: string): unknown[] {
  const list = root[name];
  return Array.isArray(list) ? list : refuse(`"${name}": […]`);
}

function isElement(one: unknown): one is Element {
  return isObject(one) && isName(one.element_type) && isName(one.element_identifier);
}

function isRelationship(one: unknown): one is Relationship {
  return (
    isObject(one) &&
    isName(one.source_element_identifier) &&
    isName(one.dest_element_identifier) &&
    isName(one.relationship_identifier)
  );
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const written = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

function refuse(what: string): never {
  throw new Problem('file-not-in-format', { format: FORMAT, what });
}
