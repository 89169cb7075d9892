// From labelled sentences to a ranker with its calibration. Everything that is chosen (how much of the
// prior to blend in, the calibration, the thresholds) is chosen on sentences that the ranker in use
// had not seen: an inner cross-validation over groups of near-identical sentences.
import type { Calibration } from '../server/src/linking/hybrid/calibration.ts';
import { probabilityOf } from '../server/src/linking/hybrid/calibration.ts';
import type { Contender } from '../server/src/linking/hybrid/decision.ts';
import { readLine } from '../server/src/linking/hybrid/line.ts';
import { score, type Mlp, type Scores } from '../server/src/linking/hybrid/mlp.ts';
import { seededRandom, shuffle } from '../server/src/linking/hybrid/random.ts';
import { rankerTraining, trainRanker, type Ranked } from './linking-ranker.ts';

export interface Example extends Ranked {
  group: number;
  /** How many competencies the sentence asks for, found among the candidates or not. */
  wanted: number;
  /** The best of its candidates as the decision reads them. */
  contend(scores: Scores[]): Contender[];
}

/** A calibration before it is said for which kind of text. */
export type Fit = Omit<Calibration, 'language' | 'documentType' | 'size'>;

export interface Fitted {
  ranker: Mlp;
  calibration: Fit;
  blend: number;
}

const innerFolds = 4;
const blends = [0, 0.5, 1, 1.5];
const reviewFrom = 0.2;
const acceptedPrecision = 0.9;

export function fit(examples: Example[], seed: number): Fitted {
  const unseen = scoreUnseen(examples, seed);
  const blend = blends
    .map((share) => ({ share, worth: worthOf(examples, ordersOf(unseen, share)) }))
    .sort((a, b) => b.worth - a.worth || a.share - b.share)[0]!.share;
  const ranker = trainRanker(examples, seed);
  return {
    ranker: { ...ranker, lift: liftOf(ranker.inputs, blend) },
    calibration: calibrate(examples, scoresOf(unseen, blend), seed),
    blend,
  };
}

/** The prior as direct weights. */
function liftOf(inputs: number, share: number): Float64Array {
  const lift = new Float64Array(inputs);
  for (const [at, weight] of rankerTraining.prior) lift[at] = share * weight;
  return lift;
}

/** A fold for each group, drawn with a seed. */
export function foldsOf(groups: number[], folds: number, seed: number): number[] {
  const order = shuffle([...new Set(groups)], seededRandom(seed));
  const foldOf = new Map(order.map((group, at) => [group, at % folds]));
  return groups.map((group) => foldOf.get(group)!);
}

interface Unseen {
  own: number[][];
  /** What the whole prior adds to the order. */
  prior: number[][];
}

function scoreUnseen(examples: Example[], seed: number): Unseen {
  const folds = foldsOf(
    examples.map(({ group }) => group),
    innerFolds,
    seed,
  );
  const own: number[][] = examples.map(() => []);
  const prior: number[][] = examples.map(() => []);
  for (let fold = 0; fold < innerFolds; fold += 1) {
    const seen = examples.filter((_, at) => folds[at] !== fold);
    const trained = trainRanker(seen, seed + fold);
    const ranker = { ...trained, lift: liftOf(trained.inputs, 1) };
    examples.forEach(({ features }, at) => {
      if (folds[at] !== fold) return;
      const scores = features.map((one) => score(ranker, one));
      own[at] = scores.map((one) => one.own);
      prior[at] = scores.map((one) => one.order - one.own);
    });
  }
  return { own, prior };
}

function scoresOf({ own, prior }: Unseen, share: number): Scores[][] {
  return own.map((list, at) =>
    list.map((one, place) => ({ own: one, order: one + share * prior[at]![place]! })),
  );
}

function ordersOf({ own, prior }: Unseen, share: number): number[][] {
  return own.map((list, at) => list.map((one, place) => one + share * prior[at]![place]!));
}

/** Mean RP@5 and MRR over the sentences that ask for something. */
function worthOf(examples: Example[], scores: number[][]): number {
  let [worth, count] = [0, 0];
  examples.forEach(({ right, wanted }, at) => {
    if (wanted === 0) return;
    const order = [...right.keys()].sort((a, b) => scores[at]![b]! - scores[at]![a]!);
    const hits = order.slice(0, 5).filter((place) => right[place]).length;
    const first = order.findIndex((place) => right[place]);
    worth += hits / Math.min(5, wanted) + (first < 0 ? 0 : 1 / (first + 1)) / 2;
    count += 1;
  });
  return count === 0 ? 0 : worth / count;
}

interface Point {
  inputs: number[];
  right: boolean;
  group: number;
}

/** For sentences that the ranker has not learnt from. */
export function calibrateUnseen(ranker: Mlp, examples: Example[], seed: number): Fit {
  const scores = examples.map(({ features }) => features.map((one) => score(ranker, one)));
  return calibrate(examples, scores, seed);
}

/** The decision, and its thresholds on links whose probability came from other sentences. */
function calibrate(examples: Example[], scores: Scores[][], seed: number): Fit {
  const points = examples.flatMap(({ right, group, contend }, at) =>
    contend(scores[at]!).map(({ at: place, inputs }): Point => ({
      inputs,
      right: right[place]!,
      group,
    })),
  );
  const wanted = examples.reduce((sum, one) => sum + one.wanted, 0);
  const by = logistic(points);
  return { ...by, ...thresholdsOf(unseenOf(points, seed), wanted), sentences: examples.length };
}

interface Judged {
  probability: number;
  right: boolean;
}

function unseenOf(points: Point[], seed: number): Judged[] {
  const folds = foldsOf(
    points.map(({ group }) => group),
    innerFolds,
    seed,
  );
  return Array.from({ length: innerFolds }, (_, fold) => {
    const by = logistic(points.filter((_, at) => folds[at] !== fold));
    return points
      .filter((_, at) => folds[at] === fold)
      .map(({ inputs, right }) => ({ probability: probabilityOf(by, { at: 0, inputs }), right }));
  }).flat();
}

/** Fewer links prove nothing about a threshold. */
const fewest = 15;

/**
 * Accepted from where nine of ten held; the best set by what the probabilities themselves expect, which
 * a few sentences sway less than what happened to hold.
 */
export function thresholdsOf(judged: Judged[], wanted: number) {
  const ordered = judged.toSorted((a, b) => b.probability - a.probability);
  let [right, expected, accept, balance, best] = [0, 0, 1, 1, 0];
  ordered.forEach(({ probability, right: isRight }, at) => {
    if (isRight) right += 1;
    expected += probability;
    if (right / (at + 1) >= acceptedPrecision && at + 1 >= fewest) accept = probability;
    const f1 = (2 * expected) / (at + 1 + wanted);
    if (f1 > best) [best, balance] = [f1, probability];
  });
  return { accept, review: Math.min(reviewFrom, accept), balance };
}

const ridge = 20;

/** What a decision learns from labelled links: over standardised inputs, given back for them as they are. */
export function logistic(
  points: Pick<Point, 'inputs' | 'right'>[],
  decay = ridge,
): Pick<Calibration, 'bias' | 'weights'> {
  const width = points[0]!.inputs.length;
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  for (const { inputs } of points) {
    inputs.forEach((one, at) => (mean[at]! += one / points.length));
  }
  for (const { inputs } of points) {
    inputs.forEach((one, at) => (deviation[at]! += (one - mean[at]!) ** 2 / points.length));
  }
  const standard = points.map(({ inputs, right }) => ({
    right,
    inputs: [1, ...inputs.map((one, at) => (one - mean[at]!) / (Math.sqrt(deviation[at]!) || 1))],
  }));
  const [bias, ...weights] = descend(standard, decay);
  const own = weights.map((weight, at) => weight / (Math.sqrt(deviation[at]!) || 1));
  return { bias: own.reduce((sum, weight, at) => sum - weight * mean[at]!, bias!), weights: own };
}

/** Newton's method with a step halved until the loss falls. */
function descend(points: Pick<Point, 'inputs' | 'right'>[], decay: number): number[] {
  let weights = points[0]!.inputs.map(() => 0);
  let loss = lossOf(points, weights, decay);
  for (let round = 0; round < 50; round += 1) {
    const move = newtonStep(points, weights, decay);
    let [size, next, after] = [1, weights, loss];
    for (; size > 1e-4; size /= 2) {
      next = weights.map((weight, at) => weight - size * move[at]!);
      after = lossOf(points, next, decay);
      if (after < loss) break;
    }
    if (loss - after < 1e-9 * points.length) break;
    [weights, loss] = [next, after];
  }
  return weights;
}

function logitOf(inputs: number[], weights: number[]): number {
  let sum = 0;
  for (let at = 0; at < inputs.length; at += 1) sum += inputs[at]! * weights[at]!;
  return sum;
}

function lossOf(
  points: Pick<Point, 'inputs' | 'right'>[],
  weights: number[],
  decay: number,
): number {
  const kept = (decay / 2) * weights.slice(1).reduce((sum, one) => sum + one * one, 0);
  return points.reduce((sum, { inputs, right }) => {
    const logit = logitOf(inputs, weights) * (right ? -1 : 1);
    return sum + (logit > 30 ? logit : Math.log1p(Math.exp(logit)));
  }, kept);
}

function newtonStep(
  points: Pick<Point, 'inputs' | 'right'>[],
  weights: number[],
  decay: number,
): number[] {
  const slope = weights.map((weight, at) => (at === 0 ? 0 : decay * weight));
  const curve = weights.map((_, row) =>
    weights.map((_, column) => (row === column ? (row === 0 ? 1e-6 : decay) : 0)),
  );
  for (const { inputs, right } of points) {
    const probability = 1 / (1 + Math.exp(-logitOf(inputs, weights)));
    const width = probability * (1 - probability);
    for (let row = 0; row < weights.length; row += 1) {
      slope[row]! += (probability - (right ? 1 : 0)) * inputs[row]!;
      for (let column = 0; column < weights.length; column += 1) {
        curve[row]![column]! += width * inputs[row]! * inputs[column]!;
      }
    }
  }
  return solve(curve, slope);
}

/** Gaussian elimination; the matrix is positive definite. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let pivot = 0; pivot < rows.length; pivot += 1) {
    for (let row = 0; row < rows.length; row += 1) {
      if (row === pivot) continue;
      const share = rows[row]![pivot]! / rows[pivot]![pivot]!;
      rows[row] = rows[row]!.map((value, at) => value - share * rows[pivot]![at]!);
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!);
}

/** Sentences that share six words in ten belong to one group and never stand on both sides of a fold. */
export function groupsOf(texts: string[]): number[] {
  const words = texts.map((text) => new Set(readLine(text).terms));
  const leader = texts.map((_, at) => at);
  const find = (at: number): number => (leader[at] === at ? at : find(leader[at]!));
  words.forEach((one, at) => {
    for (let other = 0; other < at; other += 1) {
      const shared = one.intersection(words[other]!).size;
      if (shared >= 0.6 * one.union(words[other]!).size) leader[find(at)] = find(other);
    }
  });
  return texts.map((_, at) => find(at));
}
