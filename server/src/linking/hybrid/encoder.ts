/**
 * Static vectors of words, learnt from the framework's own texts (`train-encoder.ts`). A text is the
 * sum of its words; a word that the framework never uses has no place and adds nothing.
 */
export interface Encoder {
  termIds: Map<string, number>;
  terms: string[];
  /** One row a term, as learnt: its length is its weight. */
  vectors: Float32Array;
  /** The same rows at length one, to compare words with each other. */
  units: Float32Array;
}

export const dimensions = 64;

export function encoderOf(terms: string[], vectors: Float32Array): Encoder {
  const units = vectors.slice();
  for (let at = 0; at < units.length; at += dimensions) normaliseRow(units, at);
  const termIds = new Map(terms.map((term, id) => [term, id]));
  return { termIds, terms, vectors, units };
}

/** The unit vector of a text; zeros when no word of it is known. */
export function encode(encoder: Encoder, terms: Iterable<string>): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const term of terms) {
    const id = encoder.termIds.get(term);
    if (id !== undefined) addRow(vector, 0, encoder.vectors, id * dimensions, 1);
  }
  normaliseRow(vector, 0);
  return vector;
}

export function addRow(
  to: Float32Array,
  toAt: number,
  from: Float32Array,
  fromAt: number,
  scale: number,
): void {
  for (let axis = 0; axis < dimensions; axis += 1) {
    to[toAt + axis]! += scale * from[fromAt + axis]!;
  }
}

/** Four sums side by side: this is where most of the time goes. */
export function dot(left: Float32Array, at: number, right: Float32Array, other: number): number {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  for (let axis = 0; axis < dimensions; axis += 4) {
    one += left[at + axis]! * right[other + axis]!;
    two += left[at + axis + 1]! * right[other + axis + 1]!;
    three += left[at + axis + 2]! * right[other + axis + 2]!;
    four += left[at + axis + 3]! * right[other + axis + 3]!;
  }
  return one + two + (three + four);
}

/** Scales a row to length one; a row of zeros stays. */
export function normaliseRow(rows: Float32Array, at: number): void {
  const square = dot(rows, at, rows, at);
  if (square === 0) return;
  const scale = 1 / Math.sqrt(square);
  for (let axis = 0; axis < dimensions; axis += 1) rows[at + axis]! *= scale;
}
