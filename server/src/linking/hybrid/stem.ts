import { stemmer } from 'stemmer';

const english = /^[a-z]+$/;
const known = new Map<string, string>();
const mostKnown = 50_000;
const longestKnown = 24;

/**
 * Porter's stem of a folded English word; short words, names with signs and words with other letters
 * come back unchanged. For retrieval only: what it joins too freely the ranking puts apart again.
 */
export function stem(word: string): string {
  if (word.length < 4 || word.length > longestKnown || !english.test(word)) return word;
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const made = stemmer(word);
  known.set(word, made);
  return made;
}
