import { dimensions, dot } from './encoder.ts';
import type { HybridIndex } from './hybrid-index.ts';
import { encoderRows, type Line } from './line.ts';

/** How near each word of the line comes to one term of a form. */
interface TermMatch {
  best: number;
  /** Per token: 1 the same word, less a related one, 0 none. */
  near: Float32Array;
}

/** A form laid over a line. */
export interface FormMatch {
  /** Share of the form's weight that the line carries, related words in part. */
  coverage: number;
  mass: number;
  /** Weight of the heaviest term that is missing. */
  missing: number;
  first: number;
  last: number;
  /** Per token the weight that the form finds there. */
  weights: Float32Array;
}

const related = 0.5;
/** A related word never counts as much as the word itself. */
const discount = 0.8;

/** Compares the terms of forms with the words of one line; each term once. */
export class SoftMatcher {
  private readonly index: HybridIndex;
  private readonly line: Line;
  private readonly rows: Int32Array | undefined;
  private readonly known = new Map<number, TermMatch>();

  constructor(index: HybridIndex, line: Line) {
    this.index = index;
    this.line = line;
    this.rows = index.encoder && encoderRows(index.encoder, line);
  }

  match(form: number): FormMatch {
    const { idf, formTerms } = this.index.surface;
    const terms = formTerms.row(form);
    const weights = new Float32Array(this.line.tokens.length);
    let [whole, found, missing, matches] = [0, 0, 0, [] as number[]];
    for (const term of terms) {
      const { best, near } = this.matchTerm(term);
      const weight = idf[term]!;
      whole += weight;
      found += weight * best;
      matches.push(best);
      if (best === 0 && weight > missing) missing = weight;
      if (best === 0) continue;
      for (let at = 0; at < near.length; at += 1) {
        if (near[at]! > 0) weights[at] = Math.max(weights[at]!, weight * near[at]!);
      }
    }
    return {
      coverage: whole === 0 ? 0 : found / whole,
      mass: found,
      missing,
      first: matches[0] ?? 0,
      last: matches.at(-1) ?? 0,
      weights,
    };
  }

  private matchTerm(term: number): TermMatch {
    const known = this.known.get(term);
    if (known) return known;
    const { tokens } = this.line;
    const near = new Float32Array(tokens.length);
    const word = this.index.surface.terms[term]!;
    let best = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      near[at] = isAt(tokens, at, word) ? 1 : this.relation(term, at);
      if (near[at]! > best) best = near[at]!;
    }
    const match = { best, near };
    this.known.set(term, match);
    return match;
  }

  private relation(term: number, at: number): number {
    const { encoder, encoderRowOf } = this.index;
    const row = encoderRowOf[term]!;
    const other = this.rows?.[at] ?? -1;
    if (!encoder || row < 0 || other < 0) return 0;
    const cosine = dot(encoder.units, row * dimensions, encoder.units, other * dimensions);
    return cosine >= related ? cosine * discount : 0;
  }
}

/** A word, or a pair of syllables that begins or ends here. */
function isAt(tokens: Line['tokens'], at: number, word: string): boolean {
  if (tokens[at]!.term === word) return true;
  if (!word.includes('_')) return false;
  const key = tokens[at]!.key;
  return word === `${tokens[at - 1]?.key}_${key}` || word === `${key}_${tokens[at + 1]?.key}`;
}
