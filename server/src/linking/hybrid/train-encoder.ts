import { addRow, dimensions, dot, encoderOf, type Encoder } from './encoder.ts';
import { seededRandom, shuffle } from './random.ts';

const batch = 64;
const leastEpochs = 10;
const mostEpochs = 100;
const leastSteps = 2000;
const rate = 0.3;
const temperature = 0.1;
const longestText = 40;

/**
 * Learns word vectors so that two texts of one competency (label, alias, description) lie nearer to
 * each other than to those of others (InfoNCE: van den Oord et al., arXiv 1807.03748). The same
 * texts in the same order with the same seed give the same vectors.
 * @param texts for each competency its texts, each as terms
 */
export function trainEncoder(texts: string[][][], seed: number): Encoder {
  const random = seededRandom(seed);
  const termIds = new Map<string, number>();
  for (const term of texts.flat(2)) if (!termIds.has(term)) termIds.set(term, termIds.size);
  const known = texts.map((list) =>
    list.map((text) => text.slice(0, longestText).map((term) => termIds.get(term)!)),
  );
  const weights = new Weights(termIds.size, random);
  const each = pairsOf(known, seededRandom(seed)).length;
  const size = Math.min(batch, each);
  if (size >= 2) {
    const enough = Math.ceil(leastSteps / Math.floor(each / size));
    const epochs = Math.min(mostEpochs, Math.max(leastEpochs, enough));
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      const pairs = shuffle(pairsOf(known, random), random);
      const pace = rate * (1 - epoch / epochs);
      for (let at = 0; at + size <= pairs.length; at += size) {
        step(weights, pairs.slice(at, at + size), pace);
      }
    }
  }
  return encoderOf([...termIds.keys()], weights.rows);
}

type Pair = [number[], number[]];

/** Every text of a competency beside another one of it, drawn anew each epoch. */
function pairsOf(texts: number[][][], random: () => number): Pair[] {
  return texts.flatMap((list) => {
    const full = list.filter((text) => text.length > 0);
    return full.slice(1).map((text, at): Pair => {
      const other = Math.floor(random() * (at + 1));
      return [full[random() < 0.5 ? 0 : other]!, text];
    });
  });
}

class Weights {
  readonly rows: Float32Array;
  private readonly squares: Float32Array;

  constructor(rows: number, random: () => number) {
    this.rows = Float32Array.from({ length: rows * dimensions }, () => (random() - 0.5) * 0.2);
    this.squares = new Float32Array(rows).fill(1e-3);
  }

  /** Adagrad with one accumulator a row. */
  descend(row: number, gradient: Float32Array, from: number, pace: number): void {
    this.squares[row]! += dot(gradient, from, gradient, from) / dimensions;
    const by = pace / Math.sqrt(this.squares[row]!);
    addRow(this.rows, row * dimensions, gradient, from, -by);
  }
}

/** One batch: both directions of the contrast, then every word moves. */
function step(weights: Weights, pairs: Pair[], pace: number): void {
  const left = pairs.map(([text]) => text);
  const right = pairs.map(([, text]) => text);
  const encoded = { left: encodeAll(weights, left), right: encodeAll(weights, right) };
  const pull = contrast(encoded.left.units, encoded.right.units);
  move(weights, left, throughNorm(encoded.left, pull.left), pace);
  move(weights, right, throughNorm(encoded.right, pull.right), pace);
}

interface Encoded {
  units: Float32Array;
  lengths: Float32Array;
}

function encodeAll(weights: Weights, texts: number[][]): Encoded {
  const units = new Float32Array(texts.length * dimensions);
  const lengths = new Float32Array(texts.length);
  texts.forEach((text, at) => {
    const to = at * dimensions;
    for (const row of text) addRow(units, to, weights.rows, row * dimensions, 1);
    lengths[at] = Math.sqrt(dot(units, to, units, to) + 1e-9);
    for (let axis = 0; axis < dimensions; axis += 1) units[to + axis]! /= lengths[at]!;
  });
  return { units, lengths };
}

/** The gradient of the loss by each unit vector. */
function contrast(left: Float32Array, right: Float32Array) {
  const size = left.length / dimensions;
  const scores = new Float32Array(size * size);
  const across = new Float32Array(size);
  const down = new Float32Array(size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const cosine = dot(left, row * dimensions, right, column * dimensions);
      const score = Math.exp((cosine - 1) / temperature);
      scores[row * size + column] = score;
      across[row]! += score;
      down[column]! += score;
    }
  }
  const pull = { left: new Float32Array(left.length), right: new Float32Array(right.length) };
  const share = 1 / (2 * temperature);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const score = scores[row * size + column]!;
      const wrong = score / across[row]! + score / down[column]! - (row === column ? 2 : 0);
      if (Math.abs(wrong) < 1e-4) continue;
      addRow(pull.left, row * dimensions, right, column * dimensions, share * wrong);
      addRow(pull.right, column * dimensions, left, row * dimensions, share * wrong);
    }
  }
  return pull;
}

/** Only what is at right angles to a unit vector can move it. */
function throughNorm({ units, lengths }: Encoded, gradient: Float32Array): Float32Array {
  for (let at = 0; at < lengths.length; at += 1) {
    const from = at * dimensions;
    const along = dot(units, from, gradient, from);
    addRow(gradient, from, units, from, -along);
    for (let axis = 0; axis < dimensions; axis += 1) gradient[from + axis]! /= lengths[at]!;
  }
  return gradient;
}

function move(weights: Weights, texts: number[][], gradient: Float32Array, pace: number): void {
  texts.forEach((text, at) => {
    for (const row of text) weights.descend(row, gradient, at * dimensions, pace);
  });
}
