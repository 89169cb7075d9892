// Measures of a ranking and of a set of links, with intervals and tests that resample whole groups of
// near-identical sentences.
import { seededRandom } from '../server/src/linking/hybrid/random.ts';

/** One sentence as ranked: rows best first, with the probability of each where there is one. */
export interface RankedSentence {
  set: string;
  group: number;
  gold: number[];
  rows: number[];
  probabilities: number[];
}

/** hits@k ÷ min(k, gold). */
export function precisionAt(k: number, { gold, rows }: RankedSentence): number {
  const hits = rows.slice(0, k).filter((row) => gold.includes(row)).length;
  return hits / Math.min(k, gold.length);
}

export function reciprocalRank({ gold, rows }: RankedSentence): number {
  const first = rows.findIndex((row) => gold.includes(row));
  return first < 0 ? 0 : 1 / (first + 1);
}

export interface Links {
  right: number;
  made: number;
  wanted: number;
}

/** Links from a threshold on, over all sentences, also those that ask for nothing on the list. */
export function linksFrom(sentences: RankedSentence[], threshold: number): Links {
  const sums = { right: 0, made: 0, wanted: 0 };
  for (const { gold, rows, probabilities } of sentences) {
    rows.forEach((row, at) => {
      if (!(probabilities[at]! >= threshold)) return;
      sums.made += 1;
      if (gold.includes(row)) sums.right += 1;
    });
    sums.wanted += gold.length;
  }
  return sums;
}

export function ratesOf({ right, made, wanted }: Links) {
  const precision = made === 0 ? 0 : right / made;
  const recall = wanted === 0 ? 0 : right / wanted;
  return { precision, recall, f1: made + wanted === 0 ? 0 : (2 * right) / (made + wanted) };
}

export interface Bin {
  from: number;
  count: number;
  said: number;
  held: number;
}

/** What the linker said against what held, in ten equal steps. */
export function reliability(sentences: RankedSentence[], least: number): Bin[] {
  const bins = Array.from({ length: 10 }, (_, at) => ({
    from: at / 10,
    count: 0,
    said: 0,
    held: 0,
  }));
  for (const { gold, rows, probabilities } of sentences) {
    rows.forEach((row, at) => {
      const probability = probabilities[at]!;
      if (!(probability >= least)) return;
      const bin = bins[Math.min(9, Math.floor(probability * 10))]!;
      bin.count += 1;
      bin.said += probability;
      bin.held += gold.includes(row) ? 1 : 0;
    });
  }
  return bins;
}

/** Expected calibration error: |said − held| of each step, weighed by its links. */
export function calibrationError(bins: Bin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 0;
  return bins.reduce((sum, { said, held }) => sum + Math.abs(said - held), 0) / total;
}

const resamples = 2000;

/** 95 % interval of a mean by resampling groups (percentile bootstrap). */
export function interval(values: number[], groups: number[], seed = 1): [number, number] {
  const random = seededRandom(seed);
  const lists = [
    ...Map.groupBy(
      values.map((value, at) => ({ value, group: groups[at]! })),
      ({ group }) => group,
    ).values(),
  ];
  const means = Array.from({ length: resamples }, () => {
    let [sum, count] = [0, 0];
    for (let draw = 0; draw < lists.length; draw += 1) {
      for (const { value } of lists[Math.floor(random() * lists.length)]!) {
        sum += value;
        count += 1;
      }
    }
    return sum / count;
  }).sort((a, b) => a - b);
  return [means[Math.floor(resamples * 0.025)]!, means[Math.ceil(resamples * 0.975) - 1]!];
}

/** Two-sided p of a paired difference: whole groups change sign at random. */
export function pairedTest(differences: number[], groups: number[], seed = 2): number {
  const random = seededRandom(seed);
  const sums = [
    ...Map.groupBy(
      differences.map((value, at) => ({ value, group: groups[at]! })),
      ({ group }) => group,
    ).values(),
  ].map((list) => list.reduce((sum, { value }) => sum + value, 0));
  const seen = Math.abs(sums.reduce((sum, one) => sum + one, 0));
  let asFar = 0;
  const rounds = 10_000;
  for (let round = 0; round < rounds; round += 1) {
    const drawn = sums.reduce((sum, one) => sum + (random() < 0.5 ? one : -one), 0);
    if (Math.abs(drawn) >= seen - 1e-12) asFar += 1;
  }
  return (asFar + 1) / (rounds + 1);
}

export function mean(values: number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
}
