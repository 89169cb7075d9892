// What the hybrid tier is compared with: each ranks all competencies of the same index.
import { scoreBm25 } from '../server/src/linking/hybrid/bm25.ts';
import type { HybridIndex } from '../server/src/linking/hybrid/hybrid-index.ts';
import { readLine, type Line } from '../server/src/linking/hybrid/line.ts';
import { coverForms } from '../server/src/linking/hybrid/retrieve.ts';
import { withoutMarkup } from '../server/src/linking/hybrid/text-lines.ts';
import { nearestWindows, windowsOf } from '../server/src/linking/hybrid/windows.ts';

const most = 200;
const read = (text: string): Line => readLine(withoutMarkup(text));

export function rankByBm25(index: HybridIndex, text: string): number[] {
  const scores = new Float32Array(index.concepts.length);
  const touched = scoreBm25(index.bm25, read(text).terms, scores);
  return touched.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, most);
}

export function rankByCoverage(index: HybridIndex, text: string): number[] {
  return coverForms(index, read(text))
    .slice(0, most)
    .map(({ row }) => row);
}

export function rankByWindows(index: HybridIndex, text: string): number[] {
  if (!index.encoder) return [];
  const rows = index.concepts.map((_, row) => row);
  const windows = windowsOf(index.encoder, read(text));
  const near = nearestWindows(windows, index.conceptVectors, rows);
  return rows.sort((a, b) => near[b]!.similar - near[a]!.similar || a - b).slice(0, most);
}

const softening = 60;

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009). */
export function fuse(rankings: number[][]): number[] {
  const scores = new Map<number, number>();
  for (const ranking of rankings) {
    ranking.forEach((row, at) => {
      scores.set(row, (scores.get(row) ?? 0) + 1 / (softening + at + 1));
    });
  }
  return [...scores.keys()].sort((a, b) => scores.get(b)! - scores.get(a)! || a - b);
}
