import { joinsOnly, type Form } from './forms.ts';

/** Words that stand in more than this share of all labels lead to no candidates. */
const COMMON_SHARE = 0.02;
/** In small frameworks a word may stand in a few labels without being common. */
const ALWAYS_TELLING = 30;

/** How much the words of names tell, by language: the rarer, the more (inverse document frequency). */
export class WordWeights {
  readonly #counts = new Map<string, number>();
  readonly #total: number;
  readonly #weighed = new Map<Form, number>();

  constructor(labels: readonly Form[]) {
    this.#total = labels.length;
    for (const { language, words } of labels) {
      for (const word of new Set(words)) {
        const key = `${language} ${word}`;
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
      }
    }
  }

  /** Rare enough to look for other names by it. */
  isTelling(language: string, word: string): boolean {
    if (joinsOnly(language, word)) return false;
    const count = this.#counts.get(`${language} ${word}`) ?? 0;
    return count <= Math.max(ALWAYS_TELLING, COMMON_SHARE * this.#total);
  }

  of(form: Form): number {
    const known = this.#weighed.get(form);
    if (known !== undefined) return known;
    const weight = this.sum(form.language, [...new Set(form.words)]);
    this.#weighed.set(form, weight);
    return weight;
  }

  sum(language: string, words: readonly string[]): number {
    const telling = words.filter((word) => !joinsOnly(language, word));
    return telling.reduce((sum, word) => sum + this.#weight(`${language} ${word}`), 0);
  }

  #weight(key: string): number {
    return Math.log(1 + this.#total / (this.#counts.get(key) ?? 1));
  }
}
