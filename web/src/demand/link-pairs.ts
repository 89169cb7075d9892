import type { LinkView } from '@nhip/server/demand/contract.ts';
import type { CompetencyRef } from '@nhip/server/frameworks/contract.ts';

/** What a person decides about: a way of writing together with what it is taken to mean. */
export interface LinkPair {
  key: string;
  normalised: string;
  competency: CompetencyRef;
  /** As it is written at its first place. */
  surface: string;
  method: LinkView['method'];
  form: string;
  band: LinkView['band'];
  level: LinkView['level'];
  reasons: LinkView['reasons'];
  verdict: LinkView['verdict'];
  links: LinkView[];
}

const fieldOrder = ['title', 'tag', 'text', 'statement'];

export const pairKey = (of: { normalised: string; competency: { id: number } }) =>
  `${of.competency.id} ${of.normalised}`;

/** The links of one advertisement by pair, in the order in which a reader meets them. */
export function linkPairs(links: LinkView[]): LinkPair[] {
  const sorted = links.toSorted(
    (one, other) =>
      fieldOrder.indexOf(one.field) - fieldOrder.indexOf(other.field) ||
      one.ordinal - other.ordinal ||
      one.start - other.start,
  );
  const pairs = new Map<string, LinkPair>();
  for (const link of sorted) {
    const key = pairKey(link);
    const known = pairs.get(key);
    if (known) known.links.push(link);
    else pairs.set(key, { ...link, key, links: [link] });
  }
  return [...pairs.values()];
}

/** The same pairs under their competencies. */
export function byCompetency(pairs: LinkPair[]): LinkPair[][] {
  return [...Map.groupBy(pairs, (pair) => pair.competency.id).values()];
}

/** The pair that lies `step` places after the active one; the first where none is active. */
export function neighbour(pairs: LinkPair[], active: string | undefined, step: 1 | -1) {
  const place = pairs.findIndex((pair) => pair.key === active);
  const next = place < 0 ? 0 : Math.min(Math.max(place + step, 0), pairs.length - 1);
  return pairs[next];
}

/** The advertisement with a verdict put on every link of a pair. */
export function withVerdict<T extends { links: LinkView[] }>(
  advertisement: T,
  key: string,
  verdict: LinkView['verdict'],
): T {
  const links = advertisement.links.map((link) =>
    pairKey(link) === key ? { ...link, verdict, counts: doesCount(link.band, verdict) } : link,
  );
  return { ...advertisement, links };
}

/** A person's word, else the band: the rule of the link tables. */
function doesCount(band: LinkView['band'], verdict: LinkView['verdict']): boolean {
  return verdict === null ? band === 'accepted' : verdict === 'accept';
}
