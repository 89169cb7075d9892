import type { Item } from './crosswalk-session.ts';
import { plain } from '../ui/plain.ts';

/** A framework's items, ready to be looked up, drawn as a tree and searched. */
export interface ItemIndex {
  items: readonly Item[];
  byId: ReadonlyMap<number, Item>;
  /** how deep each item of the list stands, from 1 */
  levels: readonly number[];
  /** what each is found by */
  keys: readonly string[];
}

export function indexItems(items: readonly Item[]): ItemIndex {
  const levels: number[] = [];
  for (const { parent } of items) levels.push(parent === null ? 1 : (levels[parent] ?? 0) + 1);
  return {
    items,
    byId: new Map(items.map((item) => [item.id, item])),
    levels,
    keys: items.map(({ code, label }) => plain([label.vi, label.en, code].join(' · '))),
  };
}

/** The items above one, from the top. */
export function pathOf({ items }: ItemIndex, item: Item): Item[] {
  const path: Item[] = [];
  for (let at = item.parent; at !== null; at = items[at]!.parent) path.unshift(items[at]!);
  return path;
}

/** Those wanted, each below the items above it: a tree with everything else left out. */
export function rowsWith(index: ItemIndex, wanted: (item: Item) => boolean): number[] {
  const rows = new Set<number>();
  for (const [place, item] of index.items.entries()) {
    if (!wanted(item)) continue;
    const above: number[] = [];
    for (
      let at: number | null = place;
      at !== null && !rows.has(at);
      at = index.items[at]!.parent
    ) {
      above.unshift(at);
    }
    for (const one of above) rows.add(one);
  }
  return [...rows];
}

/** Items whose name or code holds every word typed, those that begin with it first. */
export function findItems(index: ItemIndex, query: string, most: number): Item[] {
  const words = plain(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const found: { item: Item; rank: number }[] = [];
  for (const [place, key] of index.keys.entries()) {
    if (!words.every((word) => key.includes(word))) continue;
    const rank = key.startsWith(words[0]!) ? 0 : ` ${key}`.includes(` ${words[0]!}`) ? 1 : 2;
    found.push({ item: index.items[place]!, rank: rank * 1e6 + key.length });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ item }) => item);
}
