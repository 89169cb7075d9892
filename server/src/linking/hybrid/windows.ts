import { addRow, dimensions, dot, type Encoder } from './encoder.ts';
import { encoderRows, type Line } from './line.ts';
import type { TokenSpan } from './best-span.ts';

const longestWindow = 6;
/** A window decides between competencies only when it is this near to one. */
const contender = 0.4;

/** The unit vectors of a line's short stretches, by token, and of the line as a whole. */
export interface Windows {
  spans: TokenSpan[];
  vectors: Float32Array;
  whole: Float32Array;
}

/** Windows begin and end on a word that the encoder knows. */
export function windowsOf(encoder: Encoder, line: Line): Windows {
  const rows = encoderRows(encoder, line);
  const known = [...rows.keys()].filter((at) => rows[at]! >= 0);
  const sums = new Float32Array((known.length + 1) * dimensions);
  known.forEach((token, at) => {
    addRow(sums, (at + 1) * dimensions, sums, at * dimensions, 1);
    addRow(sums, (at + 1) * dimensions, encoder.vectors, rows[token]! * dimensions, 1);
  });
  const spans: TokenSpan[] = [];
  const vectors: number[] = [];
  for (let from = 0; from < known.length; from += 1) {
    for (let to = from; to < Math.min(known.length, from + longestWindow); to += 1) {
      spans.push({ first: known[from]!, last: known[to]! });
      vectors.push(from, to + 1);
    }
  }
  const rowsOut = new Float32Array(spans.length * dimensions);
  spans.forEach((_, at) => {
    difference(rowsOut, at * dimensions, sums, vectors[2 * at]!, vectors[2 * at + 1]!);
  });
  const whole = new Float32Array(dimensions);
  difference(whole, 0, sums, 0, known.length);
  return { spans, vectors: rowsOut, whole };
}

function difference(
  to: Float32Array,
  at: number,
  sums: Float32Array,
  from: number,
  until: number,
): void {
  let square = 0;
  for (let axis = 0; axis < dimensions; axis += 1) {
    const value = sums[until * dimensions + axis]! - sums[from * dimensions + axis]!;
    to[at + axis] = value;
    square += value * value;
  }
  const scale = square === 0 ? 0 : 1 / Math.sqrt(square);
  for (let axis = 0; axis < dimensions; axis += 1) to[at + axis]! *= scale;
}

/** Of one competency: its nearest window, and by how much it is the nearest to some window. */
export interface NearestWindow {
  similar: number;
  span: TokenSpan | undefined;
  vector: number;
  margin: number;
}

/** For each competency of `rows`; a margin compares it with the others of `rows` only. */
export function nearestWindows(
  { spans, vectors }: Windows,
  concepts: Float32Array,
  rows: number[],
): NearestWindow[] {
  const nearest = rows.map((): NearestWindow => ({
    similar: 0,
    span: undefined,
    vector: -1,
    margin: -1,
  }));
  const cosines = new Float32Array(rows.length);
  spans.forEach((span, at) => {
    let [first, second] = [0, 0];
    rows.forEach((row, place) => {
      const cosine = dot(vectors, at * dimensions, concepts, row * dimensions);
      cosines[place] = cosine;
      if (cosine > first) [first, second] = [cosine, first];
      else if (cosine > second) second = cosine;
    });
    nearest.forEach((one, place) => {
      const cosine = cosines[place]!;
      if (cosine > one.similar) {
        one.similar = cosine;
        one.span = span;
        one.vector = at * dimensions;
      }
      const margin = cosine === first ? cosine - second : cosine - first;
      if (cosine >= contender && margin > one.margin) one.margin = margin;
    });
  });
  return nearest;
}
