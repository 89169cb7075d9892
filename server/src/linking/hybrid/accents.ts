import { withoutDiacritics } from '../syllable.ts';
import type { Line } from './line.ts';
import { stopWords } from './stopwords.ts';
import { termsOf } from './surface-index.ts';
import { isVietnamese, type TermToken } from './terms.ts';

/**
 * Pairs of Vietnamese syllables as a framework writes them, by how they look without accents
 * ("phan tich" → "phân", "tích"); where several look alike, the one that it writes most often.
 */
export type AccentedPairs = Map<string, [string, string]>;

/** `terms` are those of labels, aliases and descriptions; pairs of syllables are joined by `_`. */
export function accentedPairs(terms: Iterable<string>): AccentedPairs {
  const counts = new Map<string, number>();
  for (const term of terms) if (term.includes('_')) counts.set(term, (counts.get(term) ?? 0) + 1);
  const pairs: AccentedPairs = new Map();
  const best = new Map<string, number>();
  for (const [term, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [left, right, more] = term.split('_');
    if (more !== undefined || !isSyllable(left!) || !isSyllable(right!)) continue;
    const key = withoutDiacritics(`${left} ${right}`);
    if (key === `${left} ${right}` || count <= (best.get(key) ?? 0)) continue;
    best.set(key, count);
    pairs.set(key, [left!, right!]);
  }
  return pairs;
}

function isSyllable(word: string): boolean {
  return /^\p{L}{1,7}$/u.test(word);
}

const telling = 2;
const tellingShare = 0.15;

/**
 * The line with the accents that its writer left out, where enough of its words are syllables that the
 * framework writes with accents; else the line as it is. Offsets stay; phrases that must be exact are
 * looked for in the text as written.
 */
export function withAccents(pairs: AccentedPairs, line: Line): Line {
  if (line.language === 'vi' || pairs.size === 0) return line;
  if (line.tokens.some(({ key }) => isVietnamese(key))) return line;
  const tokens = line.tokens.slice();
  let restored = 0;
  for (let at = 1; at < tokens.length; at += 1) {
    const [left, right] = [tokens[at - 1]!, tokens[at]!];
    if (right.gap !== 'joined') continue;
    const pair = pairs.get(`${line.tokens[at - 1]!.key} ${right.key}`);
    if (!pair || (left !== line.tokens[at - 1] && left.key !== pair[0])) continue;
    if (left === line.tokens[at - 1]) restored += 1;
    restored += 1;
    tokens[at - 1] = accented(left, pair[0]);
    tokens[at] = accented(right, pair[1]);
  }
  if (restored < telling || restored < tokens.length * tellingShare) return line;
  return { ...line, tokens, terms: termsOf(tokens), language: 'vi' };
}

function accented(token: TermToken, key: string): TermToken {
  return { ...token, key, folded: key, term: stopWords.has(key) ? '' : key };
}
