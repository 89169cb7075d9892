import type { RowFinding } from '#src/imports/importer.ts';
import type { ReadRow } from '../importing/framework-importer.ts';
import type { ItemRow, RoleRow, Text } from '../importing/framework-row.ts';
import { nameUuid, URL_NAMESPACE } from '../importing/name-uuid.ts';
import { gather, hasRow, isItem, ITEM_KINDS, nothing, ROLE_KINDS } from './gather.ts';
import type { Gathered } from './gather.ts';
import type { Cprt, Element, Relationship } from './read-cprt.ts';

export const NICE_UUID = nameUuid(URL_NAMESPACE, 'https://doi.org/10.6028/NIST.SP.800-181r1');

type Order = { sequence: number; sort?: string };

/**
 * The rows of a NICE document: what each part becomes stands in README.md. What has no place of its own
 * stays with its source in `extra`, with a finding that counts it.
 */
export function* niceRows(cprt: Cprt): Generator<ReadRow> {
  const elements = new Map(cprt.elements.map((one) => [one.element_identifier, one]));
  const gathered = gather(cprt, elements);
  const order = orderOf(cprt.elements);
  const used = usedElsewhere(elements, gathered, order);
  const left = cprt.elements.filter((one) => !hasRow(one) && !used.has(one.element_identifier));
  const lost = [...gathered].flatMap(([id, { aside }]) => (hasRow(elements.get(id)) ? [] : aside));
  yield frameworkRow(cprt, left, lost);
  for (const [index, element] of cprt.elements.entries()) {
    if (!hasRow(element)) continue;
    const own = gathered.get(element.element_identifier) ?? nothing();
    const at = order.get(element.element_identifier) ?? { sequence: index + 1 };
    const extra = extraOf(element, own, at, cprt.document.doc_identifier);
    const row = isItem(element)
      ? itemRow(element, own, at.sequence, extra)
      : roleRow(element, own, at.sequence, extra);
    yield { row, problems: keptAside(own.aside.map(inWords)) };
  }
}

function frameworkRow(cprt: Cprt, left: Element[], lost: Relationship[]): ReadRow {
  const { document, broken } = cprt;
  const aside = {
    ...(left.length > 0 && { elements: left }),
    ...(lost.length > 0 && { relationships: lost }),
    ...(broken.length > 0 && { broken }),
  };
  const words = [...left.map(({ element_identifier: id }) => id), ...lost.map(inWords)];
  return {
    row: {
      ...{ type: 'framework', code: 'nice', uuid: NICE_UUID, uri: document.website },
      ...{ version: document.version, publishedOn: null, licence: licenceOf(cprt) },
      texts: [{ field: 'title', language: 'en', value: document.name }],
      extra: { documents: cprt.documents, relationship_types: cprt.relationshipTypes, ...aside },
    },
    problems: keptAside([...words, ...broken.map((one) => JSON.stringify(one).slice(0, 120))]),
  };
}

/** NIST's own works are in the public domain; a document that says otherwise is believed. */
function licenceOf({ documents }: Cprt): string {
  const said = documents[0]?.licence ?? documents[0]?.license;
  return typeof said === 'string' && said.trim() !== '' ? said.trim() : 'NIST-PD';
}

function itemRow(
  element: Element,
  own: Gathered,
  sequence: number,
  extra: Record<string, unknown>,
): ItemRow {
  return {
    ...{ type: 'item', ...identity(element), uri: null, kind: ITEM_KINDS[element.element_type]! },
    ...{ sourceKind: element.element_type, parent: null, sequence, texts: textsOf(element, own) },
    ...{ aliases: [], level: null, levels: [], relations: own.relations, extra },
  };
}

function roleRow(
  element: Element,
  own: Gathered,
  sequence: number,
  extra: Record<string, unknown>,
): RoleRow {
  return {
    ...{ type: 'role', ...identity(element), uri: null, kind: ROLE_KINDS[element.element_type]! },
    ...{ sourceKind: element.element_type, parent: own.parent, sequence },
    ...{ texts: textsOf(element, own), titles: [], requirements: own.requirements, extra },
  };
}

const identity = ({ element_identifier: id }: Element) => ({
  ...{ sourceId: id, code: id, uuid: nameUuid(NICE_UUID, id) },
});

/** A task, a piece of knowledge or a skill is one sentence; the others have a title and a text. */
function textsOf({ title, text }: Element, { reasons }: Gathered): Text[] {
  const texts: Text[] = [
    { field: 'label', language: 'en', value: title || text || (reasons[0]?.words ?? '') },
    { field: 'definition', language: 'en', value: title ? text : '' },
  ];
  return texts.filter(({ value }) => value !== '');
}

function extraOf(
  element: Element,
  own: Gathered,
  { sort }: Order,
  document: string,
): Record<string, unknown> {
  const said = Object.entries(element).filter(
    ([name, value]) => !OWN.has(name) && !(name === 'doc_identifier' && value === document),
  );
  return {
    ...Object.fromEntries(said),
    ...(sort !== undefined && { sort }),
    ...(own.opmCodes.length > 0 && { opm_codes: own.opmCodes }),
    ...(own.reasons.length > 0 && { withdrawn: own.reasons.map(({ id, words }) => words || id) }),
    ...(own.aside.length > 0 && { relationships: own.aside }),
  };
}

const OWN = new Set(['element_type', 'element_identifier', 'title', 'text']);

/** The elements of type 'sort' say where another one stands: 'S-OG-WRL-002' → '00001.00002'. */
function orderOf(elements: readonly Element[]): Map<string, Order> {
  const order = new Map<string, Order>();
  for (const { element_type: type, element_identifier: id, title, text } of elements) {
    const place = /^S-(.+)$/.exec(id)?.[1];
    const last = /(\d{1,9})$/.exec(title)?.[1];
    if (type !== 'sort' || place === undefined || last === undefined || text !== '') continue;
    order.set(place, { sequence: Number(last), sort: title });
  }
  return order;
}

/** Elements that live on in the row of another one: an order, a code of the OPM, a reason. */
function usedElsewhere(
  elements: ReadonlyMap<string, Element>,
  gathered: ReadonlyMap<string, Gathered>,
  order: ReadonlyMap<string, Order>,
): Set<string> {
  const used = new Set<string>();
  for (const id of order.keys()) if (hasRow(elements.get(id))) used.add(`S-${id}`);
  for (const { opmCodes, reasons } of gathered.values()) {
    for (const { id } of reasons) used.add(id);
    for (const code of opmCodes) {
      used.add(typeof code === 'string' ? code : (code as { code: string }).code);
    }
  }
  return used;
}

function keptAside(words: readonly string[]): RowFinding[] {
  if (words.length === 0) return [];
  const detail = { count: words.length, value: words[0]! };
  return [{ code: 'framework-kept-aside', severity: 'warning', column: null, detail }];
}

const inWords = (one: Relationship) =>
  `${one.source_element_identifier} → ${one.dest_element_identifier} (${one.relationship_identifier})`;
