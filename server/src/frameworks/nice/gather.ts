import type { ItemRow, Requirement, RoleRow } from '../importing/framework-row.ts';
import type { Cprt, Element, Relationship } from './read-cprt.ts';

export const ITEM_KINDS: Record<string, ItemRow['kind']> = {
  task: 'task',
  knowledge: 'knowledge',
  skill: 'skill',
  ability: 'skill',
  competency_area: 'area',
};
export const ROLE_KINDS: Record<string, RoleRow['kind']> = {
  category: 'group',
  work_role: 'work-role',
};
const REPLACED = /^(incorporated|moved|superseded|replaced|addressed|merged)/;

/** What stands about one element beside its own words. */
export interface Gathered {
  parent: string | null;
  requirements: Requirement[];
  relations: ItemRow['relations'];
  opmCodes: unknown[];
  /** why it was withdrawn, as elements of their own say it */
  reasons: { id: string; words: string }[];
  /** relationships without a place of their own */
  aside: Relationship[];
}

interface Place {
  one: Relationship;
  source: Element;
  dest: Element;
  /** what the relationship says beyond its ends and its kind */
  further: { extra?: Record<string, unknown> };
  of: (id: string) => Gathered;
  /** the element that was withdrawn for a reason, by the identifier of the reason */
  ofReason: ReadonlyMap<string, string>;
}

/** Puts every relationship in exactly one place, by the identifier of the element in whose row it stands. */
export function gather(cprt: Cprt, elements: ReadonlyMap<string, Element>): Map<string, Gathered> {
  const all = new Map<string, Gathered>();
  const of = (id: string) => {
    if (!all.has(id)) all.set(id, nothing());
    return all.get(id)!;
  };
  const ofReason = new Map(
    cprt.relationships
      .filter((one) => isReason(elements.get(one.dest_element_identifier)))
      .filter((one) => isKnownItem(elements.get(one.source_element_identifier)))
      .map((one) => [one.dest_element_identifier, one.source_element_identifier]),
  );
  const seen = new Set<string>();
  for (const one of cprt.relationships) {
    const { source_element_identifier: from, dest_element_identifier: to } = one;
    const [source, dest] = [elements.get(from), elements.get(to)];
    const key = JSON.stringify([from, to, one.relationship_identifier]);
    const further = furtherOf(one, cprt.document.doc_identifier);
    const isPlaced =
      !seen.has(key) && source && dest && place({ one, source, dest, further, of, ofReason });
    if (!isPlaced) of(ofReason.get(from) ?? from).aside.push(one);
    seen.add(key);
  }
  return all;
}

/** False: there is no such place. */
function place({ one, source, dest, further, of, ofReason }: Place): boolean {
  const [from, to] = [source.element_identifier, dest.element_identifier];
  const isProjection = one.relationship_identifier === 'projection';
  const isPlain = isProjection && further.extra === undefined;
  if (source.element_type === 'category' && dest.element_type === 'work_role') {
    if (!isPlain || of(to).parent !== null) return false;
    of(to).parent = from;
    return true;
  }
  if (source.element_type === 'work_role' && isItem(dest) && isProjection) {
    of(from).requirements.push({ item: to, necessity: 'essential', ...further });
    return true;
  }
  if (source.element_type === 'work_role' && dest.element_type === 'opm_code') {
    if (!isPlain) return false;
    const { title, text } = dest;
    of(from).opmCodes.push(title || text ? { code: to, title, text } : to);
    return true;
  }
  if (isReason(dest)) {
    if (!isPlain || !hasRow(source)) return false;
    of(from).reasons.push({ id: to, words: [dest.title, dest.text].filter(Boolean).join(': ') });
    return true;
  }
  return relate({ one, source, dest, further, of, ofReason });
}

function relate({ one, source, dest, further, of, ofReason }: Place): boolean {
  const kind = one.relationship_identifier;
  const withdrawn = ofReason.get(source.element_identifier);
  const from = withdrawn ?? source.element_identifier;
  const to = dest.element_identifier;
  if ((withdrawn === undefined && !isItem(source)) || !isItem(dest) || from === to) return false;
  if (source.element_type === 'competency_area' && kind === 'projection') {
    of(to).relations.push({ relation: 'part-of', to: from, ...further });
  } else if (withdrawn !== undefined || REPLACED.test(kind)) {
    const extra = { relationship: kind, ...further.extra };
    of(from).relations.push({ relation: 'replaced-by', to, extra });
  } else {
    of(from).relations.push({ relation: `ext:${kind}`, to, ...further });
  }
  return true;
}

function furtherOf(one: Relationship, document: string): Place['further'] {
  const said = Object.entries(one).filter(
    ([name, value]) => !ENDS.has(name) && !(name.endsWith('doc_identifier') && value === document),
  );
  return said.length > 0 ? { extra: Object.fromEntries(said) } : {};
}

const ENDS = new Set([
  'source_element_identifier',
  'dest_element_identifier',
  'relationship_identifier',
]);

export const nothing = (): Gathered => ({
  ...{ parent: null, requirements: [], relations: [], opmCodes: [], reasons: [], aside: [] },
});
export const isItem = ({ element_type: type }: Element) => Object.hasOwn(ITEM_KINDS, type);
export const isRole = ({ element_type: type }: Element) => Object.hasOwn(ROLE_KINDS, type);
export const hasRow = (one: Element | undefined) =>
  one !== undefined && (isItem(one) || isRole(one));
const isKnownItem = (one: Element | undefined) => one !== undefined && isItem(one);
const isReason = (one: Element | undefined) => one?.element_type === 'withdraw_reason';
