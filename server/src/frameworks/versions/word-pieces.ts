import { diffWordsWithSpace } from 'diff';
import type { Piece } from './contract.ts';

/** Beyond this a comparison word by word takes too long to wait for. */
const LIMIT = 12_000;

/** Two wordings as pieces in reading order: what both say, what only the earlier says, what only the later says. */
export function wordPieces(before: string, after: string): Piece[] {
  if (before.length + after.length > LIMIT) return endsInCommon(before, after);
  const parts = diffWordsWithSpace(before, after);
  return parts.map(({ value, added, removed }) => ({
    text: value,
    in: added ? 'after' : removed ? 'before' : 'both',
  }));
}

/** What two long texts begin and end with alike, and what lies between. */
function endsInCommon(before: string, after: string): Piece[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const pieces: Piece[] = [
    { text: before.slice(0, head), in: 'both' },
    { text: before.slice(head, before.length - tail), in: 'before' },
    { text: after.slice(head, after.length - tail), in: 'after' },
    { text: before.slice(before.length - tail), in: 'both' },
  ];
  return pieces.filter(({ text }) => text !== '');
}
