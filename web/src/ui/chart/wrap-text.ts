import { textWidth, type Weight } from './text-width.ts';

export interface Room {
  width: number;
  size: number;
  weight?: Weight;
  /** At most so many lines; what does not fit ends in an ellipsis. */
  most?: number;
}

/** A text as lines that fit the room. No-break spaces hold; a word wider than a line is broken. */
export function wrapText(text: string, room: Room): string[] {
  const fits = (line: string) => textWidth(line, room.size, room.weight) <= room.width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.normalize('NFC').split(/[ \t\r\n]+/)) {
    if (word === '') continue;
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = brokenWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1)!;
  }
  if (line !== '') lines.push(line);
  const { most = Infinity } = room;
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines[most - 1]!, fits)];
}

/** As few lines as the room allows, made about equally long. */
export function balanced(text: string, room: Room): string[] {
  const lines = wrapText(text, room);
  for (let part = 0.5; part < 1; part += 0.05) {
    const narrower = wrapText(text, { ...room, width: room.width * part });
    if (narrower.length <= lines.length) return narrower;
  }
  return lines;
}

function brokenWord(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function shortened(line: string, fits: (line: string) => boolean): string {
  const characters = [...line];
  while (characters.length > 1 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
