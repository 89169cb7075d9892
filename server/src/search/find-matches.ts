import { nameKey, plain } from '#src/languages/plain.ts';
import type { BestMatches } from './best-matches.ts';
import type { Form } from './entry.ts';
import type { SearchIndex } from './search-index.ts';
import { wordAt, wordsFrom, wordsNear, type WordMatch } from './vocabulary.ts';

/** Enough good matches that nobody meant something with a typing error. */
const ENOUGH = 5;
const MOST_WORDS = 12;

/** What somebody typed, as it is compared. */
export interface Asked {
  key: string;
  /** the same with its accents */
  name: string;
  words: string[];
}

export function askedOf(text: string): Asked {
  const key = plain(text);
  return { key, name: nameKey(text), words: key.split(' ').filter(Boolean).slice(0, MOST_WORDS) };
}

/**
 * Offers what matches, by steps of 10: the whole name, its beginning, all words in one name, all words
 * in several names, and, where little was found, typing errors forgiven (also a forgotten space), and
 * at last all words but one.
 */
export function findMatches(index: SearchIndex, asked: Asked, best: BestMatches): void {
  if (asked.words.length === 0) return;
  offerWhole(index, asked, best);
  if (best.closedTo(index.types, 10)) return;
  offerBeginnings(index, asked, best);
  if (best.closedTo(index.types, 20)) return;
  const { words } = asked;
  const lists = words.map((word, place) => begun(index, words, word, place));
  offerWords(index, asked, lists, best, { words: 20, together: 30, nearness: 'words' });
}

/** For all indexes together: only when they have little is something near what was meant. */
export function findNearMatches(
  indexes: readonly SearchIndex[],
  asked: Asked,
  best: BestMatches,
): void {
  if (best.nearest < 10 || best.count >= ENOUGH || asked.words.length === 0) return;
  for (const index of indexes) offerRespaced(index, asked, best);
  if (best.count >= ENOUGH) return;
  const { words } = asked;
  const begunIn = indexes.map((index) =>
    words.map((word, place) => begun(index, words, word, place)),
  );
  // what no index has was mistyped; a word that some index has seldom was
  const strange = words.map((_, place) => begunIn.every((lists) => lists[place]!.length === 0));
  const offerNear = (mistyped: readonly boolean[]) => {
    for (const [at, index] of indexes.entries()) {
      const lists = begunIn[at]!.map((list, place) =>
        mistyped[place]
          ? [...list, ...wordsNear(index.vocabulary, words[place]!, place === words.length - 1)]
          : list,
      );
      offerWords(index, asked, lists, best, { words: 40, together: null, nearness: 'near' });
    }
  };
  if (strange.includes(true)) offerNear(strange);
  if (best.count === 0 && strange.includes(false)) offerNear(words.map(() => true));
  if (best.count > 0 || words.length < 3) return;
  for (const [at, index] of indexes.entries()) {
    const lists = begunIn[at]!;
    offerWords(index, asked, lists, best, { words: 70, together: null, nearness: 'near' }, 1);
  }
}

function formAt(index: SearchIndex, form: number): Form {
  return index.entries[index.entryOf[form]!]!.forms[index.formIn[form]!]!;
}

function offerWhole(index: SearchIndex, { key, name, words }: Asked, best: BestMatches): void {
  for (const form of index.whole.get(words.join('')) ?? []) {
    const { text } = formAt(index, form);
    // the same letters without a space, or with other accents, are a little less the same
    const differs = (index.plain[form] === key ? 0 : 0.4) + (nameKey(text) === name ? 0 : 0.2);
    best.offer(index, form, 'exact', index.rank[form]! + differs);
  }
}

function offerBeginnings(index: SearchIndex, { key }: Asked, best: BestMatches): void {
  const start = key.slice(0, 2);
  const lists =
    key.length === 1
      ? [...index.beginning].flatMap(([letters, forms]) => (letters[0] === key ? [forms] : []))
      : [index.beginning.get(start) ?? []];
  for (const forms of lists) {
    for (const form of forms) {
      if (!best.takes(index, form, 10 + index.rank[form]!)) continue;
      const whole = index.plain[form]!;
      if (!whole.startsWith(key)) continue;
      // a whole first word is more than a part of one
      const cut = whole.length > key.length && whole[key.length] !== ' ' ? 0.5 : 0;
      best.offer(index, form, 'prefix', 10 + index.rank[form]! + cut);
    }
  }
}

/** The words of the index that a word asked for may be: itself, or those that begin with it. */
function begun(index: SearchIndex, all: string[], word: string, place: number): WordMatch[] {
  const last = place === all.length - 1;
  if (word.length >= 3 || (last && all.length > 1)) return wordsFrom(index.vocabulary, word);
  const at = wordAt(index.vocabulary, word);
  return at === undefined ? [] : [{ word: at, cost: 0 }];
}

/** Forms that hold one word of each list, and things whose names hold them together; `missing` of them may lack. */
function offerWords(
  index: SearchIndex,
  { key }: Asked,
  lists: readonly WordMatch[][],
  best: BestMatches,
  step: { words: number; together: number | null; nearness: 'words' | 'near' },
  missing = 0,
): void {
  const { formWords, formCost } = index.room;
  const needed = lists.length - missing;
  if (lists.filter((list) => list.length > 0).length < needed) return;
  const touched = countWords(index, lists);
  const entries = new Map<number, number>();
  for (const form of touched) {
    const held = formWords[form]!;
    if (bitsIn(held) >= needed) {
      const more = Math.min(1, 0.1 * (index.length[form]! - lists.length));
      const score = step.words + formCost[form]! * 3 + index.rank[form]! / 2 + Math.max(0, more);
      if (!best.takes(index, form, score)) continue;
      const apart = ` ${index.plain[form]!}`.includes(` ${key}`) ? 0 : 1;
      best.offer(index, form, step.nearness, score + apart);
    } else if (lists.length > 1 && step.together !== null) {
      const entry = index.entryOf[form]!;
      entries.set(entry, (entries.get(entry) ?? 0) | held);
    }
  }
  for (const form of step.together === null ? [] : touched) {
    const held = entries.get(index.entryOf[form]!);
    if (held === undefined || bitsIn(held) < needed) continue;
    best.offer(index, form, 'together', step.together! + formCost[form]!);
  }
  for (const form of touched) {
    formWords[form] = 0;
    formCost[form] = 0;
  }
}

/** Which of the lists each form has a word of (as bits), and at what cost; gives the forms that have any. */
function countWords(index: SearchIndex, lists: readonly WordMatch[][]): number[] {
  const { formWords, formCost } = index.room;
  const touched: number[] = [];
  for (const [place, list] of lists.entries()) {
    const bit = 1 << place;
    for (const { word, cost } of list) {
      const end = index.from[word + 1]!;
      for (let at = index.from[word]!; at < end; at += 1) {
        const form = index.postings[at]!;
        const held = formWords[form]!;
        if (held & bit) continue;
        if (held === 0) touched.push(form);
        formWords[form] = held | bit;
        formCost[form] = formCost[form]! + cost;
      }
    }
  }
  return touched;
}

/** A space too few ("dientoan") or too many ("java script"). */
function offerRespaced(index: SearchIndex, asked: Asked, best: BestMatches): void {
  for (const words of respaced(index, asked.words)) {
    const lists = words.map((word, place) => begun(index, words, word, place));
    const key = words.join(' ');
    offerWords(index, { ...asked, key }, lists, best, {
      ...{ words: 35, together: null, nearness: 'near' },
    });
  }
}

function respaced({ vocabulary }: SearchIndex, words: string[]): string[][] {
  const known = (word: string) => wordAt(vocabulary, word) !== undefined;
  const found: string[][] = [];
  for (const [place, word] of words.entries()) {
    const next = words[place + 1];
    if (next !== undefined && known(word + next))
      found.push(words.toSpliced(place, 2, word + next));
    if (word.length < 5 || known(word)) continue;
    for (let cut = 2; cut <= word.length - 2; cut += 1) {
      const parts = [word.slice(0, cut), word.slice(cut)];
      if (parts.every(known)) found.push(words.toSpliced(place, 1, ...parts));
    }
  }
  return found;
}

function bitsIn(value: number): number {
  let count = 0;
  for (let left = value; left !== 0; left &= left - 1) count += 1;
  return count;
}
