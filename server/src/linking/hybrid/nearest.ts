import { addRow, dimensions, dot, encode, normaliseRow, type Encoder } from './encoder.ts';
import { highest } from './highest.ts';
import type { HybridIndex } from './hybrid-index.ts';
import { chunksOf, type Line } from './line.ts';
import { seededRandom } from './random.ts';
import { csrOf, type Csr } from './csr.ts';

/** The vectors of the competencies in cells around centres, so that a search reads a few cells only. */
export interface Cells {
  centres: Float32Array;
  members: Csr;
}

const rounds = 6;
const probed = 4;
const perChunk = 10;
const lowest = 0.35;
const mostKnown = 20_000;

/** k-means on the sphere with a fixed start; about √n cells. */
export function buildCells(vectors: Float32Array, seed: number): Cells {
  const rows = vectors.length / dimensions;
  const count = Math.max(1, Math.round(Math.sqrt(rows)));
  const random = seededRandom(seed);
  const centres = new Float32Array(count * dimensions);
  for (let cell = 0; cell < count && rows > 0; cell += 1) {
    const row = Math.floor(random() * rows);
    addRow(centres, cell * dimensions, vectors, row * dimensions, 1);
  }
  let cellOf = new Uint32Array(rows);
  for (let round = 0; round < rounds; round += 1) {
    cellOf = Uint32Array.from({ length: rows }, (_, row) =>
      nearestCentre(centres, vectors, row * dimensions),
    );
    centres.fill(0);
    cellOf.forEach((cell, row) => addRow(centres, cell * dimensions, vectors, row * dimensions, 1));
    for (let cell = 0; cell < count; cell += 1) normaliseRow(centres, cell * dimensions);
  }
  const members: number[][] = Array.from({ length: count }, () => []);
  cellOf.forEach((cell, row) => members[cell]!.push(row));
  return { centres, members: csrOf(members) };
}

function nearestCentre(centres: Float32Array, vectors: Float32Array, at: number): number {
  let best = 0;
  let highest = -Infinity;
  for (let cell = 0; cell * dimensions < centres.length; cell += 1) {
    const cosine = dot(centres, cell * dimensions, vectors, at);
    if (cosine > highest) [best, highest] = [cell, cosine];
  }
  return best;
}

export interface Near {
  row: number;
  similar: number;
}

/** The competencies nearest to a unit vector, best first. */
export function nearestTo({ cells, conceptVectors }: HybridIndex, vector: Float32Array): Near[] {
  const count = cells.centres.length / dimensions;
  const cosines = Float32Array.from({ length: count }, (_, cell) =>
    dot(cells.centres, cell * dimensions, vector, 0),
  );
  const order = highest([...cosines.keys()], cosines, probed);
  const best: Near[] = [];
  for (const cell of order) {
    for (const row of cells.members.row(cell)) {
      const similar = dot(conceptVectors, row * dimensions, vector, 0);
      if (best.length === perChunk && similar <= best[perChunk - 1]!.similar) continue;
      best.push({ row, similar });
      best.sort((a, b) => b.similar - a.similar || a.row - b.row);
      if (best.length > perChunk) best.pop();
    }
  }
  return best;
}

/** What lies nearest to each chunk of the line and to the line as a whole; best first, each once. */
export function nearestConcepts(index: HybridIndex, line: Line): Near[] {
  const { encoder } = index;
  if (!encoder) return [];
  const texts = chunksOf(line).flatMap(([first, end]) => partsOf(line.tokens.slice(first, end)));
  const best = new Map<number, Near>();
  for (const terms of [line.terms, ...texts]) {
    for (const near of nearestOnce(index, encoder, terms)) {
      if (near.similar > (best.get(near.row)?.similar ?? lowest)) best.set(near.row, near);
    }
  }
  return [...best.values()].sort((a, b) => b.similar - a.similar || a.row - b.row);
}

/** Stretches of words come back from line to line. */
function nearestOnce(index: HybridIndex, encoder: Encoder, terms: string[]): Near[] {
  const { near } = index.scratch;
  const key = terms.join(' ');
  const known = near.get(key);
  if (known) return known;
  const vector = encode(encoder, terms);
  const found = vector.every((value) => value === 0) ? [] : nearestTo(index, vector);
  if (near.size >= mostKnown) near.clear();
  near.set(key, found);
  return found;
}

/** A chunk whole, and of a longer one also its end: the object without its verb. */
function partsOf(tokens: Line['tokens']): string[][] {
  const terms = tokens.map(({ term }) => term).filter((term) => term !== '');
  if (terms.length < 3) return [terms];
  return [terms, terms.slice(-2)];
}
