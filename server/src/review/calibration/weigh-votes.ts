/** A pair (normalised surface, competency) that the hybrid tier links in one kind of text; `right` is null without a vote. */
export interface Pair {
  normalised: string;
  score: number;
  /** How many links of it there are. */
  links: number;
  right: boolean | null;
}

export interface WeighedVote extends Pair {
  right: boolean;
  weight: number;
}

const SCORE_STRATA = 5;
const MOST_WEIGHT = 10;

/**
 * One vote for each pair that people decided about, weighed by how rarely such pairs are decided.
 *
 * People do not see pairs at random: the queue shows first what is uncertain and touches many texts.
 * Pairs are therefore put into strata, fifths of the score by reach (one link, up to nine, more), and
 * a vote weighs as the pairs of its stratum ÷ those of them with a vote: the inverse of its estimated
 * chance of being asked. No weight is above ten times the least, so that no single vote
 * speaks for a large stratum; then weights are scaled to sum to Kish's effective number of votes,
 * (Σw)² ÷ Σw² (L. Kish, Survey Sampling, 1965), since unequal weights tell less than equal ones.
 * What remains: inside a stratum the choice is taken as random, and a stratum without votes is spoken
 * for by the curve alone. The random draw (`precision/`) has votes in accepted strata, which the
 * queue hardly reaches.
 */
export function weighVotes(pairs: readonly Pair[]): WeighedVote[] {
  const bounds = quantiles(
    pairs.map(({ score }) => score),
    SCORE_STRATA,
  );
  const strata = Map.groupBy(pairs, (pair) => stratumOf(pair, bounds));
  const raw = [...strata.values()].flatMap((stratum) => {
    const voted = stratum.filter(hasVote);
    return voted.map((pair) => ({ ...pair, weight: stratum.length / voted.length }));
  });
  const least = Math.min(...raw.map(({ weight }) => weight));
  const capped = raw.map((vote) => ({
    ...vote,
    weight: Math.min(vote.weight, least * MOST_WEIGHT),
  }));
  const sum = capped.reduce((total, { weight }) => total + weight, 0);
  const squares = capped.reduce((total, { weight }) => total + weight ** 2, 0);
  return capped.map((vote) => ({ ...vote, weight: (vote.weight * sum) / squares }));
}

function hasVote(pair: Pair): pair is Pair & { right: boolean } {
  return pair.right !== null;
}

function stratumOf({ score, links }: Pair, bounds: readonly number[]): string {
  const reach = links === 1 ? 0 : links < 10 ? 1 : 2;
  return `${bounds.filter((bound) => score > bound).length} ${reach}`;
}

function quantiles(values: readonly number[], parts: number): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return Array.from(
    { length: parts - 1 },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / parts)] ?? 0,
  );
}
