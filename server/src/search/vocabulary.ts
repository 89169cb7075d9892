/** A word of the index that stands for a word asked for; `cost` rises with the difference. */
export interface WordMatch {
  word: number;
  cost: number;
}

/** Every word of an index, in order, with what speeds the search for near ones. */
export interface Vocabulary {
  words: readonly string[];
  /** one bit per letter or digit that occurs in the word */
  masks: Int32Array;
}

const MOST_NEAR = 60;

export function vocabularyOf(words: Iterable<string>): Vocabulary {
  const sorted = [...words].sort((a, b) => (a < b ? -1 : 1));
  return { words: sorted, masks: Int32Array.from(sorted, maskOf) };
}

/** The place of a word, or undefined. */
export function wordAt({ words }: Vocabulary, wanted: string): number | undefined {
  const place = firstNotBefore(words, wanted);
  return words[place] === wanted ? place : undefined;
}

/** The word itself, then those that begin with it. */
export function wordsFrom({ words }: Vocabulary, wanted: string): WordMatch[] {
  const found: WordMatch[] = [];
  for (let place = firstNotBefore(words, wanted); place < words.length; place += 1) {
    const word = words[place]!;
    if (!word.startsWith(wanted)) break;
    const rest = word.length - wanted.length;
    found.push({ word: place, cost: rest === 0 ? 0 : 0.2 + Math.min(0.3, rest * 0.03) });
  }
  return found;
}

/**
 * Words a typing error or two away: a letter changed, missing, added, or two letters in the wrong order.
 * With `unfinished` also words whose beginning is that near, for somebody who is still typing.
 */
export function wordsNear(
  { words, masks }: Vocabulary,
  wanted: string,
  unfinished: boolean,
): WordMatch[] {
  const forgiven = forgivenIn(wanted);
  if (forgiven === 0) return [];
  const mask = maskOf(wanted);
  const found: WordMatch[] = [];
  const { length } = wanted;
  for (let place = 0; place < masks.length; place += 1) {
    const own = masks[place]!;
    if (bits(mask & ~own) > forgiven) continue;
    const word = words[place]!;
    const longer = word.length - length;
    if (longer < -forgiven) continue;
    const sameStart = word.charCodeAt(0) === wanted.charCodeAt(0);
    if (longer <= forgiven && bits(own & ~mask) <= forgiven) {
      const away = distance(wanted, word, forgiven);
      // a first letter is rarely the wrong one
      if (away <= forgiven) {
        found.push({ word: place, cost: away + (sameStart ? 0 : 0.3) });
        continue;
      }
    }
    if (!unfinished || !sameStart || longer <= 0 || length < 4) continue;
    const away = distanceToStart(wanted, word, forgiven);
    if (away <= forgiven) found.push({ word: place, cost: away + 0.4 });
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, MOST_NEAR);
}

/** How many typing errors a word of this length may hold. */
export function forgivenIn(word: string): number {
  if (word.length < 3 || /^\d+$/.test(word)) return 0;
  return word.length < 7 ? 1 : 2;
}

/**
 * Edit distance with neighbours swapped as one error (optimal string alignment); more than `most` is
 * not told apart from `most + 1`.
 */
export function distance(one: string, other: string, most: number): number {
  return compare(one, other, other.length, most, false);
}

/** The distance to the nearest beginning of a word. */
function distanceToStart(start: string, word: string, most: number): number {
  return compare(start, word, Math.min(word.length, start.length + most), most, true);
}

/** Three rows of the table are enough; they are used by one comparison after the other. */
const WIDTH = 256;
const rows = [new Uint16Array(WIDTH), new Uint16Array(WIDTH), new Uint16Array(WIDTH)];

function compare(one: string, other: string, length: number, most: number, start: boolean): number {
  if (length >= WIDTH) return most + 1;
  let [before, row, next] = rows as [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j <= length; j += 1) row[j] = j;
  for (let i = 1; i <= one.length; i += 1) {
    next[0] = i;
    let least = i;
    const letter = one.charCodeAt(i - 1);
    for (let j = 1; j <= length; j += 1) {
      const against = other.charCodeAt(j - 1);
      let cost = row[j - 1]! + (letter === against ? 0 : 1);
      if (row[j]! + 1 < cost) cost = row[j]! + 1;
      if (next[j - 1]! + 1 < cost) cost = next[j - 1]! + 1;
      if (
        i > 1 &&
        j > 1 &&
        letter === other.charCodeAt(j - 2) &&
        against === one.charCodeAt(i - 2) &&
        before[j - 2]! + 1 < cost
      )
        cost = before[j - 2]! + 1;
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, row, next] = [row, next, before];
  }
  let found = row[length]!;
  if (start) for (let j = 0; j < length; j += 1) if (row[j]! < found) found = row[j]!;
  return Math.min(found, most + 1);
}

function maskOf(word: string): number {
  let mask = 0;
  for (let place = 0; place < word.length; place += 1) {
    const code = word.charCodeAt(place);
    // a–z have a bit each; digits and other signs share the rest
    mask |= code >= 97 && code <= 122 ? 1 << (code - 97) : 1 << (26 + (code % 6));
  }
  return mask;
}

function bits(value: number): number {
  let left = value - ((value >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function firstNotBefore(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
