import type { FrameworkMap, Tile } from './map-layout.ts';
import type { Rectangle } from './squarify.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Where each place of the tree lies on the map: areas, competencies, tools. */
export function whereabouts(map: FrameworkMap): Map<number, Rectangle> {
  const found = new Map<number, Rectangle>();
  for (const region of map.regions) if (region.place !== undefined) found.set(region.place, region);
  for (const tile of map.tiles) {
    if (tile.place !== undefined) found.set(tile.place, tile);
    for (const mark of tile.marks) found.set(mark.place, mark);
  }
  return found;
}

/** What lies under a point: a tool where its name can be hit, else the competency, else the area. */
export function placeUnder(
  map: FrameworkMap,
  point: { x: number; y: number },
  scale: number,
): number | undefined {
  const holds = (one: Rectangle) =>
    point.x >= one.x &&
    point.x < one.x + one.width &&
    point.y >= one.y &&
    point.y < one.y + one.height;
  const tile = map.tiles.find(holds);
  const mark = tile?.marks.find(holds);
  if (mark && mark.height * scale >= 9) return mark.place;
  if (tile && (tile.place !== undefined || tile.marks.length > 0)) return tile.place;
  return map.regions.find(holds)?.place;
}

/** The next tile or tool in a direction: what lies nearest, straight ahead before aside. */
export function nextPlace(
  map: FrameworkMap,
  from: number,
  direction: Direction,
): number | undefined {
  const tile = map.tiles.find(({ marks }) => marks.some(({ place }) => place === from));
  const list: { place: number | undefined; x: number; y: number; width: number; height: number }[] =
    tile ? [...tile.marks, tile] : map.tiles;
  const start = list.find(({ place }) => place === from);
  if (!start) return undefined;
  const [x, y] = middle(start);
  let best: number | undefined;
  let least = Infinity;
  for (const one of list) {
    if (one === start || one === tile || one.place === undefined) continue;
    const [dx, dy] = [middle(one)[0] - x, middle(one)[1] - y];
    const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    const aside = direction === 'left' || direction === 'right' ? Math.abs(dy) : Math.abs(dx);
    if (ahead <= 0.05 || aside > ahead * 3) continue;
    const far = ahead + aside * 2;
    if (far < least) [best, least] = [one.place, far];
  }
  // beyond the last tool the way leads out of the tile
  return best ?? (tile?.place === undefined ? undefined : nextOutOf(map, tile, direction));
}

function nextOutOf(map: FrameworkMap, tile: Tile, direction: Direction): number | undefined {
  return direction === 'up' ? tile.place : nextPlace(map, tile.place!, direction);
}

/** The competency nearest to a point, where the keyboard begins. */
export function nearestTile(
  map: FrameworkMap,
  point: { x: number; y: number },
): number | undefined {
  let best: number | undefined;
  let least = Infinity;
  for (const tile of map.tiles) {
    if (tile.place === undefined) continue;
    const [x, y] = middle(tile);
    const far = Math.hypot(x - point.x, y - point.y);
    if (far < least) [best, least] = [tile.place, far];
  }
  return best;
}

export function tileOf(map: FrameworkMap, place: number): Tile | undefined {
  return map.tiles.find(
    (tile) => tile.place === place || tile.marks.some((mark) => mark.place === place),
  );
}

function middle({ x, y, width, height }: Rectangle): [number, number] {
  return [x + width / 2, y + height / 2];
}
