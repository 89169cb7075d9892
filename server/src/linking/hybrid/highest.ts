const steps = 1024;
const counts = new Uint32Array(steps + 1);

/**
 * The rows with the highest scores (none below zero), highest first, ties by row. A line touches
 * thousands of rows: they are counted by the height of their score first, and only those that may be
 * kept are sorted.
 */
export function highest(rows: number[], scores: Float32Array, keep: number): number[] {
  const kept = rows.length > keep ? above(rows, scores, keep) : [...rows];
  return kept.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, keep);
}

function above(rows: number[], scores: Float32Array, keep: number): number[] {
  let most = 0;
  for (const row of rows) if (scores[row]! > most) most = scores[row]!;
  const scale = most > 0 ? steps / most : 0;
  counts.fill(0);
  for (const row of rows) counts[Math.floor(Math.max(0, scores[row]!) * scale)]! += 1;
  let step = steps;
  for (let count = counts[step]!; count < keep && step > 0;) count += counts[--step]!;
  return rows.filter((row) => Math.floor(Math.max(0, scores[row]!) * scale) >= step);
}
