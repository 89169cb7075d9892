import { colours } from './colours.ts';
import { box, words, type Box } from './elements.ts';
import { textWidth } from './text-width.ts';

export interface LegendEntry {
  /** How the swatch looks; none for a heading among the entries. */
  swatch?: Record<string, string | number>;
  words: string;
}

const size = 12;
const swatch = { width: 24, height: 12 };
const between = 18;
const lineHeight = 22;

/** What the looks of a drawing mean, side by side, and on further lines where the width ends. */
export function legend(entries: LegendEntry[], width: number): { markup: string; height: number } {
  let x = 0;
  let y = 0;
  const markup = entries.map((entry) => {
    const indent = entry.swatch ? swatch.width + 7 : 0;
    const wide = indent + textWidth(entry.words, size);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += lineHeight;
    }
    const place: Box = { x: x + 0.5, y: y + 3, ...swatch };
    const drawn = entry.swatch ? box(place, { rx: 2, ...entry.swatch }) : '';
    const text = [{ text: entry.words }];
    const said = words(x + indent, y + 13, text, { size, colour: colours.muted });
    x += wide + between;
    return drawn + said;
  });
  return { markup: markup.join(''), height: y + lineHeight };
}
