import type { Line } from './line.ts';

/** From the first token to the last, both in. */
export interface TokenSpan {
  first: number;
  last: number;
}

const gapCost = 0.35;
const smallWordCost = 0.1;

/** The stretch that holds most of a form's weight, each other word costing some of it (Kadane). */
export function bestSpan({ tokens }: Line, weights: Float32Array): TokenSpan | undefined {
  const found = weights.filter((weight) => weight > 0);
  if (found.length === 0) return undefined;
  const typical = found.reduce((sum, weight) => sum + weight, 0) / found.length;
  let best: TokenSpan | undefined;
  let [highest, sum, first] = [0, 0, 0];
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]!.gap === 'broken') sum = 0;
    if (sum <= 0) [sum, first] = [0, at];
    const cost = tokens[at]!.term === '' ? smallWordCost : gapCost;
    sum += weights[at]! > 0 ? weights[at]! : -typical * cost;
    if (sum > highest) [highest, best] = [sum, { first, last: at }];
  }
  return best;
}

export function overlap(one: TokenSpan, other: TokenSpan): number {
  return Math.max(0, Math.min(one.last, other.last) - Math.max(one.first, other.first) + 1);
}

export function lengthOf({ first, last }: TokenSpan): number {
  return last - first + 1;
}

/** Where grown stretches met the marked ones of SkillSpan best. */
const asking = 0.15;

/**
 * The stretch to show for what is no listed form: from what was matched outwards as long as the words
 * belong to something asked for.
 */
export function growSpan(
  { tokens }: Line,
  { first, last }: TokenSpan,
  asked: Float32Array,
): TokenSpan {
  let from = first;
  let to = last;
  while (from > 0 && asked[from - 1]! > asking && tokens[from]!.gap === 'joined') from -= 1;
  while (to + 1 < tokens.length && asked[to + 1]! > asking && tokens[to + 1]!.gap === 'joined') {
    to += 1;
  }
  return { first: from, last: to };
}
