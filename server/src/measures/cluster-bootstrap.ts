import { seededRandom } from './random.ts';

/**
 * The weights of a bootstrap over clusters (Davison & Hinkley 1997, §3.8): each draw takes as many
 * clusters as there are, with replacement; the weight of a cluster is how often it was taken. The
 * array is reused between draws.
 */
export function* clusterDraws(
  clusters: number,
  draws: number,
  seed: number,
): Generator<Uint16Array> {
  const random = seededRandom(seed);
  const weights = new Uint16Array(clusters);
  for (let draw = 0; draw < draws; draw++) {
    weights.fill(0);
    for (let taken = 0; taken < clusters; taken++) weights[Math.floor(random() * clusters)]!++;
    yield weights;
  }
}

/** The percentile interval of a statistic's draws; by default 95 %, with linear interpolation (type 7). Sorts in place. */
export function percentileInterval(
  values: Float64Array,
  level = 0.95,
): { low: number; high: number } {
  values.sort();
  const tail = (1 - level) / 2;
  return { low: quantile(values, tail), high: quantile(values, 1 - tail) };
}

function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)]!;
  const above = sorted[Math.ceil(at)]!;
  return below + (above - below) * (at - Math.floor(at));
}
