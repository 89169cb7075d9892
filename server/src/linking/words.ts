import { isIgnored } from './characters.ts';
import { placeTone } from './syllable.ts';
import { foldWord } from './word-forms.ts';

/** `key` is the word as decisions know it; `folded` equates plurals and spellings of it. */
export interface Word {
  key: string;
  folded: string;
}

/** Nine words in ten of an advertisement were seen a moment ago; dropped when full. */
const remembered = new Map<string, Word>();
const mostRemembered = 20_000;
/** V8 lets a longer slice keep the whole text that it was cut from in memory. */
const longestRemembered = 12;

/** The comparison forms of a run of word characters as it stands in a text. */
export function wordOf(raw: string): Word {
  const known = remembered.get(raw);
  if (known) return known;
  const key = keyOf(raw);
  const word = { key, folded: foldWord(key) };
  if (remembered.size >= mostRemembered) remembered.clear();
  if (raw.length <= longestRemembered) remembered.set(raw, word);
  return word;
}

/** Compatibility characters composed, lower case, tone mark in place, invisible characters dropped. */
function keyOf(raw: string): string {
  let visible = '';
  for (let at = 0; at < raw.length; at += 1) {
    if (!isIgnored(raw.charCodeAt(at))) visible += raw[at];
  }
  const composed = lower(visible.normalize('NFKC'));
  // A few compatibility characters unfold into several words or signs; those stay as written.
  const key = /^[\p{L}\p{M}\p{Nd}]+$/u.test(composed) ? composed : lower(visible.normalize('NFC'));
  return placeTone(key.replace(/[ðɖ]/g, 'đ'));
}

function lower(word: string): string {
  return word.toLowerCase().normalize('NFC');
}
