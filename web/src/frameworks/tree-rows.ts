import type { VersionTree } from '@nhip/server/frameworks/reading/contract.ts';
import { plain } from '../ui/plain.ts';

/** A tree in reading order with what its rows need to know of their place. */
export interface TreeShape {
  tree: VersionTree;
  depth: Uint16Array;
  /** the place after all that stands under it */
  end: Int32Array;
  /** its number among its siblings, from 1, and how many they are */
  position: Int32Array;
  siblings: Int32Array;
}

export function shapeOf(tree: VersionTree): TreeShape {
  const count = tree.id.length;
  const depth = new Uint16Array(count);
  const end = new Int32Array(count);
  const position = new Int32Array(count);
  const siblings = new Int32Array(count);
  const children = new Int32Array(count + 1);
  for (let place = 0; place < count; place += 1) {
    const parent = tree.parent[place]!;
    depth[place] = parent < 0 ? 0 : depth[parent]! + 1;
    children[parent + 1]! += 1;
    position[place] = children[parent + 1]!;
  }
  for (let place = count - 1; place >= 0; place -= 1) {
    const parent = tree.parent[place]!;
    siblings[place] = children[parent + 1]!;
    end[place] = Math.max(end[place]!, place + 1);
    if (parent >= 0) end[parent] = Math.max(end[parent]!, end[place]!);
  }
  return { tree, depth, end, position, siblings };
}

export const hasChildren = ({ end }: TreeShape, place: number): boolean => end[place]! > place + 1;

/** The places that are on the screen when these are expanded. */
export function openRows(shape: TreeShape, expanded: ReadonlySet<number>): number[] {
  const rows: number[] = [];
  for (let place = 0; place < shape.end.length;) {
    rows.push(place);
    place = expanded.has(place) ? place + 1 : shape.end[place]!;
  }
  return rows;
}

/** What can be searched in each row, without accents. */
export function searchable({ label, code }: VersionTree): string[] {
  return label.map((text, place) => ` ${plain(text)} ${plain(code[place]!)}`);
}

/** The rows in which every word of the query begins a word, with all they stand under; the matches beside. */
export function filteredRows(
  { tree: { parent } }: TreeShape,
  texts: readonly string[],
  query: string,
): { rows: number[]; matches: Set<number> } {
  const wanted = plain(query)
    .split(' ')
    .filter(Boolean)
    .map((word) => ` ${word}`);
  const matches = new Set<number>();
  const shown = new Set<number>();
  for (const [place, text] of texts.entries()) {
    if (!wanted.every((word) => text.includes(word))) continue;
    matches.add(place);
    for (let at = place; at >= 0 && !shown.has(at); at = parent[at]!) shown.add(at);
  }
  return { rows: [...shown].sort((a, b) => a - b), matches };
}

/** Everything that a place stands under, so that it can be seen. */
export function above({ tree: { parent } }: TreeShape, place: number): number[] {
  const path: number[] = [];
  for (let at = parent[place]!; at >= 0; at = parent[at]!) path.push(at);
  return path;
}
