// Trains the re-ranker: listwise (the right ones against all candidates of their sentence) and, so
// that a sentence may also ask for nothing, pointwise. Adam, a fixed number of rounds, decay.
import { featureNames } from '../server/src/linking/hybrid/features.ts';
import type { Mlp } from '../server/src/linking/hybrid/mlp.ts';
import { standardise } from '../server/src/linking/hybrid/mlp.ts';
import { seededRandom, shuffle } from '../server/src/linking/hybrid/random.ts';

/** The candidates of one sentence: their features, and which of them are right. */
export interface Ranked {
  features: Float32Array[];
  right: boolean[];
}

export interface RankerTraining {
  hidden: number;
  epochs: number;
  pace: number;
  decay: number;
  /** Weight of the pointwise loss beside the listwise one. */
  pointwise: number;
  networks: number;
  /** What the direct weight of an input is before any sentence was seen, by its place. */
  prior: ReadonlyMap<number, number>;
}

/** Measures that are known to order candidates well by themselves; data may say otherwise. */
const priors: Partial<Record<(typeof featureNames)[number], number>> = {
  covered: 0.4,
  coverage: 0.2,
  'window similarity': 0.4,
  'label soft coverage': 0.6,
  'soft score': 0.4,
  'exact label': 0.2,
  'description share': 0.2,
};

export const rankerTraining: RankerTraining = {
  hidden: 6,
  epochs: 40,
  pace: 0.01,
  decay: 0.1,
  pointwise: 0.3,
  networks: 8,
  prior: new Map(featureNames.map((name, at) => [at, priors[name] ?? 0])),
};

export function trainRanker(
  sentences: Ranked[],
  seed: number,
  training: RankerTraining = rankerTraining,
): Mlp {
  const shape = measure(sentences, training.hidden);
  const inputs = sentences.map(({ features }) => features.map((one) => standardise(shape, one)));
  const networks = Array.from({ length: training.networks }, (_, at) =>
    trainNetwork(sentences, inputs, shape, training, seed + at),
  );
  return { ...shape, networks };
}

function measure(sentences: Ranked[], hidden: number): Mlp {
  const rows = sentences.flatMap(({ features }) => features);
  const inputs = rows[0]!.length;
  const mean = new Float64Array(inputs);
  const square = new Float64Array(inputs);
  for (const row of rows) {
    row.forEach((value, at) => {
      mean[at]! += value / rows.length;
      square[at]! += (value * value) / rows.length;
    });
  }
  const deviation = square.map((one, at) => Math.sqrt(Math.max(0, one - mean[at]! ** 2)) || 1);
  return { inputs, hidden, mean, deviation, networks: [], lift: new Float64Array(inputs) };
}

function trainNetwork(
  sentences: Ranked[],
  inputs: Float64Array[][],
  { inputs: width, hidden }: Mlp,
  training: RankerTraining,
  seed: number,
): Float64Array {
  const random = seededRandom(seed);
  const start = hidden * width + 2 * hidden + 1;
  const size = start + width;
  const weights = Float64Array.from(
    { length: size },
    () => (random() - 0.5) * (2 / Math.sqrt(width)),
  );
  const rest = new Float64Array(size);
  for (const [at, weight] of training.prior) if (at < width) rest[start + at] = weight;
  weights.set(rest.subarray(start), start);
  const adam = new Adam(rest, training);
  const order = sentences.map((_, at) => at).filter((at) => inputs[at]!.length > 0);
  const batch = 8;
  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    const shuffled = shuffle([...order], random);
    for (let from = 0; from < shuffled.length; from += batch) {
      const gradient = new Float64Array(size);
      for (const at of shuffled.slice(from, from + batch)) {
        addGradient(weights, gradient, inputs[at]!, sentences[at]!.right, hidden, training);
      }
      adam.step(weights, gradient, batch, 1 - epoch / training.epochs);
    }
  }
  return weights;
}

function addGradient(
  weights: Float64Array,
  gradient: Float64Array,
  rows: Float64Array[],
  right: boolean[],
  hidden: number,
  { pointwise }: RankerTraining,
): void {
  const width = rows[0]!.length;
  const biases = hidden * width;
  const outputs = biases + hidden;
  const direct = outputs + hidden + 1;
  const excited = rows.map((row) => {
    const units = new Float64Array(hidden);
    for (let unit = 0; unit < hidden; unit += 1) {
      let sum = weights[biases + unit]!;
      for (let at = 0; at < width; at += 1) sum += weights[unit * width + at]! * row[at]!;
      units[unit] = Math.tanh(sum);
    }
    return units;
  });
  const scores = rows.map((row, candidate) => {
    let sum = weights[outputs + hidden]!;
    excited[candidate]!.forEach((one, unit) => (sum += one * weights[outputs + unit]!));
    for (let at = 0; at < width; at += 1) sum += weights[direct + at]! * row[at]!;
    return sum;
  });
  const slopes = slopesOf(scores, right, pointwise);
  rows.forEach((row, candidate) => {
    const slope = slopes[candidate]!;
    if (Math.abs(slope) < 1e-7) return;
    gradient[outputs + hidden]! += slope;
    for (let at = 0; at < width; at += 1) gradient[direct + at]! += slope * row[at]!;
    for (let unit = 0; unit < hidden; unit += 1) {
      const one = excited[candidate]![unit]!;
      gradient[outputs + unit]! += slope * one;
      const back = slope * weights[outputs + unit]! * (1 - one * one);
      gradient[biases + unit]! += back;
      for (let at = 0; at < width; at += 1) gradient[unit * width + at]! += back * row[at]!;
    }
  });
}

/** The slope of the loss by each candidate's score. */
function slopesOf(scores: number[], right: boolean[], pointwise: number): number[] {
  const highest = Math.max(...scores);
  const raised = scores.map((one) => Math.exp(one - highest));
  const sum = raised.reduce((total, one) => total + one, 0);
  const hits = right.filter(Boolean).length;
  return scores.map((one, at) => {
    const target = right[at] ? 1 : 0;
    const listwise = hits > 0 ? raised[at]! / sum - target / hits : 0;
    const alone = 1 / (1 + Math.exp(-one)) - target;
    return listwise + pointwise * alone;
  });
}

class Adam {
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  private readonly training: RankerTraining;
  /** Where decay pulls each weight to. */
  private readonly rest: Float64Array;
  private steps = 0;

  constructor(rest: Float64Array, training: RankerTraining) {
    this.first = new Float64Array(rest.length);
    this.second = new Float64Array(rest.length);
    this.rest = rest;
    this.training = training;
  }

  step(weights: Float64Array, gradient: Float64Array, batch: number, share: number): void {
    this.steps += 1;
    const { pace, decay } = this.training;
    for (let at = 0; at < weights.length; at += 1) {
      const slope = gradient[at]! / batch;
      this.first[at] = 0.9 * this.first[at]! + 0.1 * slope;
      this.second[at] = 0.999 * this.second[at]! + 0.001 * slope * slope;
      const mean = this.first[at]! / (1 - 0.9 ** this.steps);
      const spread = Math.sqrt(this.second[at]! / (1 - 0.999 ** this.steps)) + 1e-8;
      weights[at]! -= pace * share * (mean / spread + decay * (weights[at]! - this.rest[at]!));
    }
  }
}
