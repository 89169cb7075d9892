import { colours as paper } from '../../ui/chart/colours.ts';
import { box, element, writing } from '../../ui/chart/elements.ts';
import { framed, margin, type Sheet } from '../../ui/chart/frame.ts';
import { leading, type Lettering } from './lettering.ts';
import { regionColours } from './map-colours.ts';
import type { FrameworkMap, Tile } from './map-layout.ts';
import type { Rectangle } from './squarify.ts';
import { markNameX, markNameY } from './paint-map.ts';

export interface Poster {
  map: FrameworkMap;
  title: string;
  subtitle: string;
  source: string[];
  demonstration: boolean;
}

/** So wide that, with title and source line, the sheet has the shape of A3 and A1. */
const drawnWidth = 1200;

/** The whole map with every letter, as a standalone SVG document for paper. */
export function drawPoster(poster: Poster, sheet: Sheet): string {
  const { map } = poster;
  const scale = drawnWidth / map.width;
  const looks = map.regions.map((_, at) => regionColours(at, map.regions.length));
  const markup = [
    ...map.regions.map((one, at) => rounded(one, looks[at]!.ground, 2)),
    ...map.groups.map((one) => rounded(one, looks[one.region]!.group, 0.8)),
    ...map.tiles.map((tile) => drawTile(tile, looks[tile.region]!)),
    ...map.regions.map((one, at) => {
      const below = one.y + 1.4 + one.title.lines.length * one.title.size * leading;
      return (
        letters(one.title, one.x + 2.4, one.y + 1.4, looks[at]!.title, 600) +
        letters(one.note, one.x + 2.4, below, paper.muted)
      );
    }),
  ];
  return framed(
    {
      width: drawnWidth + 2 * margin,
      ...{ title: poster.title, subtitle: poster.subtitle, source: poster.source },
      demonstration: poster.demonstration,
      drawing: {
        markup: element('g', { transform: `scale(${scale})` }, markup.join('\n')),
        height: map.height * scale,
      },
    },
    sheet,
  );
}

function drawTile(tile: Tile, look: ReturnType<typeof regionColours>): string {
  const names = tile.marks.map((mark) =>
    letters(mark.label, markNameX(mark), markNameY(mark), paper.ink),
  );
  const dots = tile.marks
    .map(({ x, y, height, dot }) => `M${fixed(x + dot)} ${fixed(y + height / 2)}h0`)
    .join('');
  const [first] = tile.marks;
  const drawnDots = first
    ? element('path', {
        ...{ d: dots, stroke: look.dot, 'stroke-width': first.dot * 2, 'stroke-linecap': 'round' },
      })
    : '';
  const colour = tile.place === undefined ? paper.muted : paper.ink;
  return (
    rounded(tile, tile.head ? look.head : look.tile, 0.8) +
    letters(tile.label, tile.x + 1.2, tile.y + 1, colour, tile.head ? 600 : 400) +
    drawnDots +
    names.join('')
  );
}

const fixed = (number: number) => Number(number.toFixed(2));

function rounded({ x, y, width, height }: Rectangle, fill: string, rx: number) {
  return box({ x, y, width, height }, { fill, rx: Math.min(rx, height / 4) });
}

function letters(
  { lines, size }: Lettering,
  x: number,
  top: number,
  colour: string,
  weight: 400 | 600 = 400,
): string {
  return writing(x, top + size * 0.98, lines, { size, weight, colour }, size * leading);
}

/** The drawing of a document that is already in the page: its letters are there. */
export function svgElement(text: string): Element {
  return document.importNode(
    new DOMParser().parseFromString(text, 'image/svg+xml').documentElement,
    true,
  );
}
