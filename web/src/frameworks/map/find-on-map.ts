import { plain } from '../../ui/plain.ts';

/**
 * Places in whose text every word of the query begins a word; those whose name begins with the query
 * first, then the shorter ones, then in reading order.
 */
export function findOnMap(texts: readonly string[], query: string): number[] {
  const sought = plain(query).trim();
  const wanted = sought
    .split(' ')
    .filter(Boolean)
    .map((word) => ` ${word}`);
  if (wanted.length === 0) return [];
  return [...texts.keys()]
    .filter((place) => wanted.every((word) => texts[place]!.includes(word)))
    .map((place) => ({ place, late: texts[place]!.startsWith(` ${sought}`) ? 0 : 1 }))
    .sort(
      (a, b) =>
        a.late - b.late || texts[a.place]!.length - texts[b.place]!.length || a.place - b.place,
    )
    .map(({ place }) => place);
}
