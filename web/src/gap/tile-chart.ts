import { colours } from '../ui/chart/colours.ts';
import { box, element, escaped, writing } from '../ui/chart/elements.ts';
import { textWidth } from '../ui/chart/text-width.ts';
import { wrapText } from '../ui/chart/wrap-text.ts';

/** One tile as it is drawn: a name, and lines under it. */
export interface TileFace {
  column: number;
  row: number;
  name: string;
  lines: string[];
  look: Record<string, string | number>;
  /** Nothing is told here: the name stands back. */
  quiet?: boolean;
  /** A ground under the words, so that a hatch does not run through them. */
  plate?: boolean;
  /** What a screen reader says beside the name and lines. */
  spoken?: string;
}

const gap = 5;
const size = 12;
const lineHeight = 15;
const padding = 5;
/** A longer name ends in an ellipsis; the whole of it is in the tile's title. */
const mostNameLines = 2;

/** Equal tiles in their rough places, as high as the fullest of them needs. */
export function drawnTiles(faces: TileFace[], width: number, top: number) {
  const columns = 1 + Math.max(0, ...faces.map((face) => face.column));
  const rows = 1 + Math.max(0, ...faces.map((face) => face.row));
  const tileWidth = (width - (columns - 1) * gap) / columns;
  const wrapped = faces.map((face) => ({ face, name: nameLines(face, tileWidth) }));
  const most = Math.max(2, ...wrapped.map(({ face, name }) => name.length + face.lines.length));
  const tileHeight = most * lineHeight + 2 * padding;
  const markup = wrapped.map(({ face, name }) => {
    const x = face.column * (tileWidth + gap);
    const y = top + face.row * (tileHeight + gap);
    return drawnTile(face, name, { x, y, width: tileWidth, height: tileHeight });
  });
  return { markup: markup.join('\n'), height: rows * (tileHeight + gap) - gap };
}

function nameLines(face: TileFace, tileWidth: number): string[] {
  const weight = face.quiet ? 400 : 600;
  return wrapText(face.name, { width: tileWidth - 10, size, weight, most: mostNameLines });
}

type Place = { x: number; y: number; width: number; height: number };

function drawnTile(face: TileFace, name: string[], place: Place): string {
  const count = name.length + face.lines.length;
  const first = place.y + (place.height - count * lineHeight) / 2 + lineHeight * 0.75;
  const middle = place.x + place.width / 2;
  const look = {
    size,
    anchor: 'middle',
    colour: face.quiet ? colours.muted : colours.ink,
  } as const;
  const spoken = [face.name, ...face.lines, ...(face.spoken ? [face.spoken] : [])].join(', ');
  const weight = face.quiet ? 400 : 600;
  return element(
    'g',
    {},
    element('title', {}, escaped(spoken)) +
      box(place, { rx: 5, ...face.look }) +
      (face.plate ? plate([...name, ...face.lines], middle, first) : '') +
      writing(middle, first, name, { ...look, weight }, lineHeight) +
      writing(middle, first + name.length * lineHeight, face.lines, look, lineHeight),
  );
}

function plate(lines: string[], middle: number, first: number): string {
  const width = 8 + Math.max(...lines.map((line) => textWidth(line, size, 600)));
  const place = {
    x: middle - width / 2,
    y: first - 12,
    width,
    height: lines.length * lineHeight + 2,
  };
  return box(place, { rx: 3, fill: colours.surface, 'fill-opacity': 0.86 });
}
