import { setImmediate as breathe } from 'node:timers/promises';
import { plain } from '#src/languages/plain.ts';
import { FoundType } from './contract.ts';
import type { Entry } from './entry.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';

/** Names found by a glance at numbers: one entry of each array per form. */
export interface SearchIndex {
  entries: readonly Entry[];
  /** place of its entry, and of the form within it */
  entryOf: Int32Array;
  formIn: Int32Array;
  plain: readonly string[];
  /** a label 0, a code 1, an alias 2 */
  rank: Uint8Array;
  /** place of its type in FoundType */
  type: Uint8Array;
  types: ReadonlySet<FoundType>;
  /** how many words it has */
  length: Uint8Array;
  /** by the form without its spaces */
  whole: ReadonlyMap<string, readonly number[]>;
  /** by the first two letters */
  beginning: ReadonlyMap<string, readonly number[]>;
  vocabulary: Vocabulary;
  /** the forms of word w are postings[from[w]] … postings[from[w + 1] - 1] */
  from: Uint32Array;
  postings: Uint32Array;
  /** room for counting, used anew by every search */
  room: { formWords: Uint16Array; formCost: Float32Array };
}

/** Forms read in one go before others get their turn. */
const STRIDE = 2_000;
const RANK = { label: 0, code: 1, alias: 2 } as const;

/** Builds the index of some entries, letting other work through while it does. */
export async function buildIndex(entries: readonly Entry[]): Promise<SearchIndex> {
  const entryOf: number[] = [];
  const formIn: number[] = [];
  const plainForms: string[] = [];
  const rank: number[] = [];
  const type: number[] = [];
  const length: number[] = [];
  const whole = new Map<string, number[]>();
  const beginning = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  for (const [place, entry] of entries.entries()) {
    for (const [formPlace, { text, as }] of entry.forms.entries()) {
      const key = plain(text);
      if (key === '') continue;
      const words = key.split(' ');
      const form = plainForms.push(key) - 1;
      entryOf.push(place);
      formIn.push(formPlace);
      rank.push(RANK[as]);
      type.push(FoundType.options.indexOf(entry.type));
      length.push(Math.min(255, words.length));
      push(whole, words.join(''), form);
      push(beginning, key.slice(0, 2), form);
      // the parts of a code are no words
      if (as !== 'code') for (const word of new Set(words)) push(byWord, word, form);
      if (form % STRIDE === STRIDE - 1) await breathe();
    }
  }
  const vocabulary = vocabularyOf(byWord.keys());
  await breathe();
  const from = new Uint32Array(vocabulary.words.length + 1);
  for (const [place, word] of vocabulary.words.entries()) {
    from[place + 1] = from[place]! + byWord.get(word)!.length;
  }
  const postings = new Uint32Array(from.at(-1)!);
  for (const [place, word] of vocabulary.words.entries()) {
    postings.set(byWord.get(word)!, from[place]);
  }
  const forms = plainForms.length;
  return {
    entries,
    ...{ entryOf: Int32Array.from(entryOf), formIn: Int32Array.from(formIn), plain: plainForms },
    ...{
      rank: Uint8Array.from(rank),
      type: Uint8Array.from(type),
      types: new Set(entries.map(({ type }) => type)),
    },
    ...{ length: Uint8Array.from(length), whole, beginning, vocabulary, from, postings },
    room: {
      formWords: new Uint16Array(forms),
      formCost: new Float32Array(forms),
    },
  };
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
