import { lettered, type Lettering } from './lettering.ts';
import type { FrameworkMap } from './map-layout.ts';
import type { Rectangle } from './squarify.ts';

/** Between the side of a tile and its name, in units of the map. */
export const farInset = 1;

/** In pixels: smaller is not read, larger is louder than the names of areas. */
const family = { largest: 11, smallest: 8, weight: 600 as const };
const single = { largest: 9.5, smallest: 7.2, weight: 400 as const };

export interface FarName extends Rectangle {
  region: number;
  label: Lettering;
  /** stands over the tiles of its whole family */
  family: boolean;
}

/**
 * Names that can be read where the whole map is in the window, in letters of the screen and not of the poster:
 * a family has that of its head over all its tiles, others have theirs where the tile has room for it.
 *
 * @param scale pixels of a unit of the map when all of it is seen
 */
export function farNames(map: FrameworkMap, scale: number): FarName[] {
  const heads = map.tiles.filter(({ head }) => head);
  const families = map.groups.flatMap((group) => {
    const head = heads.find((tile) => tile.region === group.region && holds(group, tile));
    return head ? [{ room: group, name: head.label.lines.join(' '), family: true }] : [];
  });
  const singles = map.tiles
    .filter((tile) => tile.place !== undefined)
    .filter(
      (tile) => !families.some(({ room }) => room.region === tile.region && holds(room, tile)),
    )
    .map((tile) => ({ room: tile, name: tile.label.lines.join(' '), family: false }));
  return [...families, ...singles].flatMap(({ room, name, family: isFamily }) => {
    const { x, y, width, height, region } = room;
    const within = {
      width: (width - 2 * farInset) * scale,
      height: (height - farInset) * scale,
    };
    const found = lettered(name, { ...within, ...(isFamily ? family : single) });
    const fits =
      found.lines.join(' ') === name && found.lines.length * found.size * 1.2 <= within.height;
    if (!fits) return [];
    const label = { lines: found.lines, size: found.size / scale };
    return [{ x, y, width, height, region, family: isFamily, label }];
  });
}

const holds = (outer: Rectangle, inner: Rectangle) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 1e-6 &&
  inner.y + inner.height <= outer.y + outer.height + 1e-6;
