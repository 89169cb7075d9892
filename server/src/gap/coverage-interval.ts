import { BOOTSTRAP } from '#src/demand/shares.ts';
import { clusterDraws, percentileInterval } from '#src/measures/cluster-bootstrap.ts';
import type { Exposure } from '#src/programmes/contract.ts';
import { coverageBounds, type AskingVacancy } from './coverage.ts';

/**
 * What the sampling of advertisements leaves open: the lower 95 % end of the coverage's lower bound
 * and the upper end of its upper bound. A percentile bootstrap clustered by employer, seeded; the
 * draws are those of the shares (demand/shares.ts): employers in the order of their keys, all
 * competencies and both bounds in each draw. `exposures` holds the competencies that count; a draw in
 * which nobody asks for any of them says nothing and is left out. Null when no draw is left.
 */
export function coverageInterval(
  vacancies: readonly AskingVacancy[],
  exposures: ReadonlyMap<number, Exposure>,
  bootstrap: { draws: number; seed: number } = BOOTSTRAP,
): Exposure | null {
  const employers = countByEmployer(vacancies, exposures);
  const lows: number[] = [];
  const highs: number[] = [];
  for (const weights of clusterDraws(employers.length, bootstrap.draws, bootstrap.seed)) {
    const bounds = coverageBounds(
      employers.map(({ count, exposure }, index) => ({ count: count * weights[index]!, exposure })),
    );
    if (bounds === null) continue;
    lows.push(bounds.low);
    highs.push(bounds.high);
  }
  if (lows.length === 0) return null;
  return {
    low: percentileInterval(Float64Array.from(lows)).low,
    high: percentileInterval(Float64Array.from(highs)).high,
  };
}

/** Of each employer how often its vacancies ask for anything that counts, and the mean exposure of that. */
function countByEmployer(
  vacancies: readonly AskingVacancy[],
  exposures: ReadonlyMap<number, Exposure>,
): { count: number; exposure: Exposure }[] {
  const groups = Map.groupBy(vacancies, ({ employerKey }) => employerKey);
  return [...groups.keys()].sort().map((key) => {
    const asked = groups
      .get(key)!
      .flatMap(({ competencyIds }) => [...new Set(competencyIds)])
      .flatMap((id) => exposures.get(id) ?? []);
    const terms = asked.map((exposure) => ({ count: 1, exposure }));
    return { count: asked.length, exposure: coverageBounds(terms) ?? { low: 0, high: 0 } };
  });
}
