import { normaliseSurface } from './normalise.ts';

/** A phrase as texts are looked through for it. */
export interface Phrase {
  normalised: string;
  /**
   * For LIKE on a text in lower case: every text that holds the phrase fits, and some others. Vowels with marks
   * may be written in several ways, so that of a word with such a letter only the consonants count.
   */
  pattern: string;
  /** Whether it stands in one of these texts, word by word. */
  isIn(texts: readonly string[]): boolean;
}

/** `normalised` as `normaliseSurface` gives it. Pure. */
export function phraseOf(normalised: string): Phrase {
  const words = normalised.split(' ').map(patternOf);
  return {
    normalised,
    pattern: `%${words.join('%')}%`.replace(/%+/g, '%'),
    // the linker runs over none of these signs where a form has none
    isIn: (texts) =>
      texts
        .flatMap((text) => text.split(/[\n,;:()]/))
        .some((piece) => ` ${normaliseSurface(piece)} `.includes(` ${normalised} `)),
  };
}

function patternOf(word: string): string {
  const plain = /^[\x21-\x7e]+$/.test(word);
  const signs = plain ? /[^a-z0-9]/g : /[^b-df-hj-np-tv-xz0-9]/g;
  return word.replace(signs, (sign) => (plain ? `%${sign.replace(/[\\%_]/, '\\$&')}` : '%'));
}
