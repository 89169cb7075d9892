import { farInset, type FarName } from './far-names.ts';
import { inSight, type Camera, type Size } from './camera.ts';
import { leading, lettered, type Lettering } from './lettering.ts';
import type { RegionColours } from './map-colours.ts';
import type { FrameworkMap, Mark, Region, Tile } from './map-layout.ts';
import { inset, type Rectangle } from './squarify.ts';

/** Letters smaller than this many pixels are left out: the place is there, its name comes nearer. */
const legible = 5.6;
const titleLegible = 9.5;
/** Corners of fewer pixels are drawn square. */
const roundedFrom = 1.2;
/** From this scale on the names of the poster are legible; before, those stand that were lettered for afar. */
const namesFrom = 1.6;

export interface Look {
  colours: readonly RegionColours[];
  ink: string;
  muted: string;
  accent: string;
  font: string;
}

export interface Shown {
  map: FrameworkMap;
  camera: Camera;
  window: Size;
  look: Look;
  /** pixels of the screen in a pixel of the page */
  density: number;
  /** names for a view of the whole, see far-names.ts */
  far: readonly FarName[];
  /** what the letters of a region's code are, where its name has no room */
  codeOf(region: Region): string;
}

/** Draws what is in sight, and of that what can be told apart. */
export function paintMap(brush: CanvasRenderingContext2D, shown: Shown): void {
  const { map, camera, window, density, look } = shown;
  const { scale } = camera;
  const seen = inSight(camera, window);
  const visible = (one: Rectangle) =>
    one.x < seen.x + seen.width &&
    one.x + one.width > seen.x &&
    one.y < seen.y + seen.height &&
    one.y + one.height > seen.y;
  const regions = map.regions.map(visible);
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.clearRect(0, 0, window.width * density, window.height * density);
  const k = scale * density;
  brush.setTransform(k, 0, 0, k, -seen.x * k, -seen.y * k);
  brush.textBaseline = 'alphabetic';
  const rounded = roundedFrom / scale;
  const groups = Map.groupBy(map.groups, ({ region }) => region);
  const tiles = Map.groupBy(map.tiles, ({ region }) => region);
  for (const [at, region] of map.regions.entries()) {
    if (!regions[at]) continue;
    const colours = look.colours[at]!;
    const shownTiles = (tiles.get(at) ?? []).filter(visible);
    const heads = Map.groupBy(shownTiles, ({ head }) => head);
    fill(brush, [region], colours.ground, 2, rounded);
    fill(brush, (groups.get(at) ?? []).filter(visible), colours.group, 0.8, rounded);
    fill(brush, heads.get(false) ?? [], colours.tile, 0.8, rounded);
    fill(brush, heads.get(true) ?? [], colours.head, 0.8, rounded);
    for (const tile of shownTiles) paintTile(brush, tile, shown, visible);
  }
  if (scale < namesFrom) {
    for (const name of shown.far) {
      const titled = map.regions[name.region]!.title.size * scale >= titleLegible;
      if (titled && visible(name)) paintFarName(brush, name, shown);
    }
  }
  for (const [at, region] of map.regions.entries()) {
    if (!regions[at]) continue;
    const { title, note } = region;
    const x = region.x + 2.4;
    if (title.size * scale < titleLegible) continue;
    const below = letters(brush, title, x, region.y + 1.4, look.colours[at]!.title, look.font, 600);
    if (note.size * scale >= legible) letters(brush, note, x, below, look.muted, look.font);
  }
  brush.setTransform(density, 0, 0, density, 0, 0);
  for (const [at, region] of map.regions.entries()) {
    if (regions[at] && region.title.size * scale < titleLegible)
      paintFarTitle(brush, at, shown, seen);
  }
}

function paintTile(
  brush: CanvasRenderingContext2D,
  tile: Tile,
  { camera: { scale }, look }: Shown,
  visible: (one: Rectangle) => boolean,
): void {
  const colours = look.colours[tile.region]!;
  if (scale < namesFrom) return;
  if (tile.label.size * scale >= legible) {
    const colour = tile.place === undefined ? look.muted : look.ink;
    const weight = tile.head ? 600 : 400;
    letters(brush, tile.label, tile.x + 1.2, tile.y + 1, colour, look.font, weight);
  }
  const [first] = tile.marks;
  if (!first || first.dot * scale < 0.35) return;
  brush.fillStyle = colours.dot;
  brush.beginPath();
  for (const { x, y, height, dot } of tile.marks) {
    brush.moveTo(x + dot * 2, y + height / 2);
    brush.arc(x + dot, y + height / 2, dot, 0, Math.PI * 2);
  }
  brush.fill();
  for (const mark of tile.marks) {
    if (mark.label.size * scale >= legible && visible(mark)) paintMarkName(brush, mark, look);
  }
}

/** A family's name stands over its tiles, which show through a little. */
function paintFarName(brush: CanvasRenderingContext2D, name: FarName, { look }: Shown): void {
  const { x, y, region, family, label } = name;
  if (family) {
    brush.globalAlpha = 0.78;
    fill(brush, [inset(name, 0.5)], look.colours[region]!.head, 0.8, 0);
    brush.globalAlpha = 1;
  }
  const weight = family ? 600 : 400;
  letters(brush, label, x + farInset, y + farInset * 0.5, look.ink, look.font, weight);
}

function paintMarkName(brush: CanvasRenderingContext2D, mark: Mark, { ink, font }: Look): void {
  letters(brush, mark.label, markNameX(mark), markNameY(mark), ink, font);
}

export const markNameX = ({ x, dot }: Mark): number => x + dot * 3.4;
/** The upper end of its lines, so that they stand in the middle of the row. */
export const markNameY = ({ y, height, label }: Mark): number =>
  y + (height - label.lines.length * label.size * leading) / 2;

const writtenIn = new WeakMap<CanvasRenderingContext2D, string>();

function letters(
  brush: CanvasRenderingContext2D,
  { lines, size }: Lettering,
  x: number,
  top: number,
  colour: string,
  font: string,
  weight: 400 | 600 = 400,
): number {
  brush.fillStyle = colour;
  const wanted = `${weight} ${size.toFixed(1)}px ${font}`;
  // reading a font costs more than writing a name
  if (wanted !== writtenIn.get(brush)) {
    brush.font = wanted;
    writtenIn.set(brush, wanted);
  }
  for (const [at, line] of lines.entries()) {
    brush.fillText(line, x, top + at * size * leading + size * 0.98);
  }
  return top + lines.length * size * leading;
}

/** All of one colour in one path. */
function fill(
  brush: CanvasRenderingContext2D,
  all: readonly Rectangle[],
  colour: string,
  round: number,
  rounded: number,
): void {
  if (all.length === 0) return;
  brush.fillStyle = colour;
  brush.beginPath();
  for (const { x, y, width, height } of all) {
    if (round < rounded) brush.rect(x, y, width, height);
    else brush.roundRect(x, y, width, height, Math.min(round, height / 4));
  }
  brush.fill();
}

/** What is pointed at and what is chosen, over the picture. */
export function paintMarked(
  brush: CanvasRenderingContext2D,
  { camera, window, density }: Pick<Shown, 'camera' | 'window' | 'density'>,
  marked: readonly (readonly [one: Rectangle | undefined, pixels: number])[],
  accent: string,
): void {
  const seen = inSight(camera, window);
  const k = camera.scale * density;
  brush.setTransform(k, 0, 0, k, -seen.x * k, -seen.y * k);
  brush.strokeStyle = accent;
  for (const [one, pixels] of marked) {
    if (!one) continue;
    brush.lineWidth = pixels / camera.scale;
    brush.beginPath();
    brush.roundRect(one.x, one.y, one.width, one.height, Math.min(0.8, one.height / 6));
    brush.stroke();
  }
}

/** From afar the name of a region stands over its mosaic, as large as it has room for. */
function paintFarTitle(
  brush: CanvasRenderingContext2D,
  at: number,
  { map, camera: { scale }, look, codeOf }: Shown,
  seen: Rectangle,
): void {
  const region = map.regions[at]!;
  const colours = look.colours[at]!;
  const room = { width: region.width * scale, height: region.height * scale };
  const fitting = lettered(region.title.lines.join(' '), {
    ...{ width: room.width - 8, height: room.height - 6, weight: 600 },
    ...{ largest: 15, smallest: 8.5 },
  });
  const cut = fitting.lines.some((line) => line.endsWith('…'));
  const { lines, size } = cut
    ? { lines: [codeOf(region)], size: Math.min(12, room.height * 0.5) }
    : fitting;
  const x = (region.x - seen.x) * scale;
  const y = (region.y - seen.y) * scale;
  brush.globalAlpha = 0.86;
  brush.fillStyle = colours.ground;
  brush.beginPath();
  brush.roundRect(x, y, room.width, room.height, 3);
  brush.fill();
  brush.globalAlpha = 1;
  brush.fillStyle = colours.title;
  brush.font = `600 ${size}px ${look.font}`;
  writtenIn.delete(brush);
  brush.textAlign = 'center';
  const top = y + (room.height - lines.length * size * leading) / 2;
  for (const [line, text] of lines.entries()) {
    brush.fillText(text, x + room.width / 2, top + line * size * leading + size * 0.98);
  }
  brush.textAlign = 'start';
}
