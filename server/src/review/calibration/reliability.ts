import { wilson } from '../precision/wilson.ts';
import type { ReliabilityStep } from './contract.ts';

/** A vote with the probability that was said of it. */
export interface Said {
  probability: number;
  right: boolean;
  weight: number;
}

const STEPS = 10;

/**
 * Tenths of probability, each with what was said and what held (weighed), the number of votes and
 * Wilson's interval for that number. Empty steps are left out.
 */
export function reliability(said: readonly Said[]): ReliabilityStep[] {
  const steps = Map.groupBy(said, ({ probability }) =>
    Math.min(STEPS - 1, Math.floor(probability * STEPS)),
  );
  const total = said.reduce((sum, { weight }) => sum + weight, 0);
  return [...steps.entries()]
    .sort(([a], [b]) => a - b)
    .map(([step, votes]) => {
      const weight = votes.reduce((sum, one) => sum + one.weight, 0);
      const of = (value: (one: Said) => number) =>
        votes.reduce((sum, one) => sum + one.weight * value(one), 0) / weight;
      const held = of(({ right }) => (right ? 1 : 0));
      return {
        from: step / STEPS,
        to: (step + 1) / STEPS,
        n: votes.length,
        share: weight / total,
        said: of(({ probability }) => probability),
        held,
        ...wilson(held * votes.length, votes.length),
      };
    });
}

/** Expected calibration error: |said − held| of each step, weighed by its share of the votes. */
export function calibrationError(steps: readonly ReliabilityStep[]): number {
  return steps.reduce((sum, { share, said, held }) => sum + share * Math.abs(said - held), 0);
}
