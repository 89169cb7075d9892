import { textWidth, type Weight } from '../../ui/chart/text-width.ts';
import { wrapText } from '../../ui/chart/wrap-text.ts';

export const leading = 1.26;

export interface Lettering {
  lines: string[];
  size: number;
}

export interface LetterRoom {
  width: number;
  height: number;
  largest: number;
  smallest: number;
  weight?: Weight;
}

/** The largest letters in which a text fits without breaking a word; at the smallest it may be cut short. */
export function lettered(text: string, room: LetterRoom): Lettering {
  const { width, height, weight = 400, largest, smallest } = room;
  const words = text.split(/\s+/).filter(Boolean);
  for (let size = largest; size > smallest; size -= Math.max(0.1, size * 0.05)) {
    const most = Math.floor(height / (size * leading));
    if (most < 1 || words.some((word) => textWidth(word, size, weight) > width)) continue;
    const lines = wrapText(text, { width, size, weight });
    if (lines.length <= most) return { lines, size };
  }
  const most = Math.max(1, Math.floor(height / (smallest * leading)));
  return { lines: wrapText(text, { width, size: smallest, weight, most }), size: smallest };
}
