import type { VersionTree } from '@nhip/server/frameworks/reading/contract.ts';
import { lettered, leading, type Lettering } from './lettering.ts';
import { inset, squarify, type Rectangle } from './squarify.ts';

/** A competency with the tools that are examples of it; no `place`: tools of an area that belong to none. */
export interface Tile extends Rectangle {
  place: number | undefined;
  region: number;
  label: Lettering;
  /** others of its group stand under it */
  head: boolean;
  marks: Mark[];
}

export interface Mark extends Rectangle {
  place: number;
  label: Lettering;
  dot: number;
}

export interface Region extends Rectangle {
  /** undefined: what stands under no area */
  place: number | undefined;
  title: Lettering;
  note: Lettering;
  competencies: number;
  tools: number;
}

export interface FrameworkMap {
  width: number;
  height: number;
  regions: Region[];
  groups: (Rectangle & { region: number })[];
  tiles: Tile[];
}

export interface MapWords {
  counts(competencies: number, tools: number): string;
  /** the tile of the tools that belong to no competency of their area */
  otherTools: string;
  /** the region of what stands under no area */
  noArea: string;
}

/** The sides of the map in its own unit; on paper of size A1 one unit is 0.8 mm. */
export const landscape = { width: 1000, height: 620 };
export const portrait = { width: 620, height: 1000 };

const pad = 1.2;
const toolWeight = 0.17;
const areaWeight = 2;
const largestName = 5.4;
/** Letters of names down to here make room for tools of that size: a millimetre on A1. */
const leastName = 2.1;
const readableTool = 1.25;

interface Cell {
  place: number | undefined;
  tools: number[];
}
interface Block {
  cells: Cell[];
  weight: number;
}
interface Area {
  place: number | undefined;
  blocks: Block[];
  weight: number;
}

/**
 * Where everything lies, from the tree alone: the same for the same version and language, and, but for
 * the letters, in both languages. A region is as large as its competencies and tools need.
 */
export function layMap(tree: VersionTree, words: MapWords, size = landscape): FrameworkMap {
  const map: FrameworkMap = { ...size, regions: [], groups: [], tiles: [] };
  const areas = areasOf(tree);
  const rooms = squarify(
    areas.map(({ weight }) => weight),
    { x: 0, y: 0, ...size },
    1.25,
  );
  for (const [at, area] of areas.entries())
    layRegion(map, area, inset(rooms[at]!, 1.5), tree, words);
  return map;
}

function areasOf(tree: VersionTree): Area[] {
  const isTool = tree.kind.map((kind) => tree.kinds[kind] === 'tool');
  const root: number[] = [];
  const block: number[] = [];
  const hasChildren = new Set(tree.parent);
  for (const [place, parent] of tree.parent.entries()) {
    root.push(parent < 0 ? place : root[parent]!);
    block.push(parent < 0 ? -1 : block[parent]! < 0 ? place : block[parent]!);
  }
  const areas = new Map<number | undefined, Map<number | undefined, Cell[]>>();
  const cellAt = new Map<number, Cell>();
  const put = (area: number | undefined, key: number | undefined, cell: Cell) => {
    const blocks = areas.get(area) ?? new Map<number | undefined, Cell[]>();
    areas.set(area, blocks);
    blocks.set(key, [...(blocks.get(key) ?? []), cell]);
  };
  for (const place of tree.id.keys()) {
    if (hasChildren.has(place) && tree.parent[place]! < 0) continue;
    if (isTool[place] && !hasChildren.has(place)) continue;
    const cell: Cell = { place, tools: [] };
    cellAt.set(place, cell);
    const alone = tree.parent[place]! < 0;
    put(alone ? undefined : root[place]!, alone ? place : block[place]!, cell);
  }
  const loose = new Map<number | undefined, Cell>();
  for (const place of tree.id.keys()) {
    if (!isTool[place] || cellAt.has(place)) continue;
    const area = tree.parent[place]! < 0 ? undefined : root[place]!;
    const of = tree.exemplarOf[place] ?? -1;
    const host = of >= 0 && root[of] === root[place] ? of : tree.parent[place]!;
    const cell = cellAt.get(host) ?? loose.get(area) ?? { place: undefined, tools: [] };
    if (cell.tools.push(place) === 1 && cell.place === undefined) {
      loose.set(area, cell);
      put(area, undefined, cell);
    }
  }
  return [...areas]
    .map(([place, blocks]) => {
      const weighed = [...blocks.values()].map((cells) => ({
        cells,
        weight: cells.reduce((sum, cell) => sum + weightOf(cell), cells.length > 1 ? 0.3 : 0),
      }));
      const weight = weighed.reduce((sum, one) => sum + one.weight, areaWeight);
      return { place, weight, blocks: weighed.sort((a, b) => b.weight - a.weight) };
    })
    .sort((a, b) => b.weight - a.weight);
}

function weightOf({ place, tools }: Cell): number {
  return (place === undefined ? 0.6 : 1) + toolWeight * tools.length;
}

function layRegion(
  map: FrameworkMap,
  area: Area,
  room: Rectangle,
  tree: VersionTree,
  words: MapWords,
): void {
  const region = map.regions.length;
  const cells = area.blocks.flatMap((block) => block.cells);
  const tools = cells.reduce((sum, cell) => sum + cell.tools.length, 0);
  const competencies = cells.filter(({ place }) => place !== undefined).length;
  const width = room.width - 4 * pad;
  const title = lettered(area.place === undefined ? words.noArea : tree.label[area.place]!, {
    ...{ width, height: Math.min(30, room.height * 0.34), weight: 600 },
    ...{ largest: Math.min(9.5, 4 + room.width / 24), smallest: 3 },
  });
  const note = lettered(words.counts(competencies, tools), {
    ...{ width, height: 6, largest: 3.6, smallest: 1.4 },
  });
  map.regions.push({ ...room, place: area.place, title, note, competencies, tools });
  const head = (title.lines.length * title.size + note.lines.length * note.size) * leading + 2.6;
  const body = inset({ ...room, y: room.y + head, height: room.height - head }, pad);
  const blocks = squarify(
    area.blocks.map(({ weight }) => weight),
    body,
    1.7,
  );
  const waiting: ((largest: number) => Tile)[] = [];
  for (const [at, block] of area.blocks.entries()) {
    const inner = inset(blocks[at]!, 0.5);
    const several = block.cells.length > 1;
    if (several) map.groups.push({ ...inner, region });
    const rooms = several ? squarify(block.cells.map(weightOf), inset(inner, 0.7), 1.8) : [inner];
    for (const [i, cell] of block.cells.entries()) {
      const place = several ? inset(rooms[i]!, 0.35) : rooms[i]!;
      waiting.push((largest) =>
        layTile(cell, place, { region, head: several && i === 0, largest }, tree, words),
      );
    }
  }
  // names of one size but for the long ones: those with more room are not louder
  const sizes = waiting.map((lay) => lay(largestName).label.size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length * 0.6)] ?? largestName;
  map.tiles.push(...waiting.map((lay) => lay(usual)));
}

/** The name gives way, by steps, until its tools can be read as well. */
function layTile(
  cell: Cell,
  room: Rectangle,
  given: { region: number; head: boolean; largest: number },
  tree: VersionTree,
  words: MapWords,
): Tile {
  let best = layNamed(cell, room, given, tree, words);
  for (let largest = given.largest * 0.84; largest >= leastName; largest *= 0.84) {
    if (smallestMark(best) >= readableTool) break;
    const tile = layNamed(cell, room, { ...given, largest }, tree, words);
    if (smallestMark(tile) > smallestMark(best)) best = tile;
  }
  return best;
}

const smallestMark = ({ marks }: Tile) => Math.min(...marks.map(({ label }) => label.size));

function layNamed(
  cell: Cell,
  room: Rectangle,
  { region, head, largest }: { region: number; head: boolean; largest: number },
  tree: VersionTree,
  words: MapWords,
): Tile {
  const count = cell.tools.length;
  const inner = { width: room.width - 2 * pad, height: room.height - 2 * pad };
  const share = (toolWeight * count) / weightOf(cell);
  const rows = Math.ceil(count / Math.max(1, Math.floor(inner.width / 17)));
  const toolsHeight = Math.min(inner.height * 0.72, Math.max(inner.height * share, rows * 2.9));
  const label = lettered(cell.place === undefined ? words.otherTools : tree.label[cell.place]!, {
    width: inner.width,
    height: inner.height - toolsHeight,
    ...{ weight: head ? 600 : 400, largest, smallest: 1.5 },
  });
  const y = room.y + pad + label.lines.length * label.size * leading + 0.5;
  const below = {
    ...{ x: room.x + pad, y, width: inner.width },
    height: room.y + room.height - pad - y,
  };
  return {
    ...room,
    place: cell.place,
    region,
    label,
    head,
    marks: layMarks(cell.tools, below, tree),
  };
}

/** Tools in columns and rows of one size, the number of columns that gives the largest letters. */
function layMarks(tools: number[], room: Rectangle, tree: VersionTree): Mark[] {
  let best: Mark[] = [];
  let largest = 0;
  const labels = tools.map((place) => tree.label[place]!);
  for (let columns = 1; columns <= Math.min(tools.length, 6); columns += 1) {
    const rows = Math.ceil(tools.length / columns);
    const width = room.width / columns;
    const height = Math.min(room.height / rows, 3.6);
    const dot = Math.min(height * 0.2, 0.5);
    const letters = labels.map((label) =>
      lettered(label, {
        width: width - dot * 4 - 0.5,
        height: height * 0.96,
        ...{ largest: Math.min(2.3, height * 0.74), smallest: 0.5 },
      }),
    );
    // one size for all the tools of a tile, but for a long name or two
    const sizes = letters.map(({ size }) => size).sort((a, b) => a - b);
    const typical = sizes[Math.floor(sizes.length / 4)]!;
    if (typical <= largest) continue;
    largest = typical;
    best = tools.map((place, i) => ({
      place,
      x: room.x + Math.floor(i / rows) * width,
      y: room.y + (i % rows) * height,
      ...{ width, height, dot },
      label: letters[i]!.size > typical ? { lines: letters[i]!.lines, size: typical } : letters[i]!,
    }));
  }
  return best;
}
