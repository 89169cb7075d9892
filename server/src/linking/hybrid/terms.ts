import { tokenise, type Token } from '../normalise.ts';
import { stem } from './stem.ts';
import { stopWords } from './stopwords.ts';

/** A word of a text as retrieval sees it: `term` is empty for words that carry no competency. */
export interface TermToken extends Token {
  term: string;
}

const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/;

/** Whether a word bears letters that Vietnamese has and English lacks. */
export function isVietnamese(word: string): boolean {
  return vietnamese.test(word);
}

export function termTokens(text: string): TermToken[] {
  return tokenise(text).map((token) => ({ ...token, term: termOf(token) }));
}

function termOf({ key, folded }: Token): string {
  if (stopWords.has(key)) return '';
  return folded === '.net' ? 'net' : stem(folded);
}

/** Two Vietnamese syllables side by side: the word that no segmenter is needed for. */
export function pairOf(left: TermToken, right: TermToken): string {
  return right.gap === 'joined' && (isVietnamese(left.key) || isVietnamese(right.key))
    ? `${left.key}_${right.key}`
    : '';
}
