export type Sureness = 'surely' | 'likely' | 'rather' | 'open' | 'hardly' | 'unlikely';

const LEAST: [number, Sureness][] = [
  [0.95, 'surely'],
  [0.8, 'likely'],
  [0.6, 'rather'],
  [0.4, 'open'],
  [0.2, 'hardly'],
];

/** A measured probability as people say it; the figure stands beside it. */
export function sureness(probability: number): Sureness {
  return LEAST.find(([least]) => probability >= least)?.[1] ?? 'unlikely';
}
