import { clusterDraws, percentileInterval } from '#src/measures/cluster-bootstrap.ts';
import type { Share } from './contract.ts';
import type { VacancyCompetencies } from './statistics-queries.ts';

export const BOOTSTRAP = { draws: 1_000, seed: 20_261_121 } as const;

export interface CompetencyShare {
  competencyId: number;
  vacancies: number;
  vacanciesByText: number;
  share: Share;
  shareByText: number;
}

/**
 * Of each competency the share of vacancies that ask for it, with a 95 % percentile interval from a
 * bootstrap clustered by employer (advertisements of one employer resemble each other), seeded. Sorted
 * by share, largest first.
 */
export function competencyShares(
  vacancies: readonly Omit<VacancyCompetencies, 'regionCode'>[],
  bootstrap: { draws: number; seed: number } = BOOTSTRAP,
): CompetencyShare[] {
  const all = countBy(vacancies, (vacancy) => vacancy.competencyIds);
  const byText = countBy(vacancies, (vacancy) => vacancy.competencyIdsByText);
  const intervals = shareIntervals(vacancies, [...all.keys()], bootstrap);
  return [...all]
    .map(([competencyId, count]) => ({
      competencyId,
      vacancies: count,
      vacanciesByText: byText.get(competencyId) ?? 0,
      share: { value: count / vacancies.length, ...intervals.get(competencyId)! },
      shareByText: (byText.get(competencyId) ?? 0) / vacancies.length,
    }))
    .sort((a, b) => b.vacancies - a.vacancies || a.competencyId - b.competencyId);
}

function countBy(
  vacancies: readonly Omit<VacancyCompetencies, 'regionCode'>[],
  idsOf: (vacancy: Omit<VacancyCompetencies, 'regionCode'>) => readonly number[],
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const vacancy of vacancies) {
    for (const id of idsOf(vacancy)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function shareIntervals(
  vacancies: readonly Omit<VacancyCompetencies, 'regionCode'>[],
  competencyIds: readonly number[],
  { draws, seed }: { draws: number; seed: number },
): Map<number, { low: number; high: number }> {
  const place = new Map(competencyIds.map((id, index) => [id, index]));
  // one flat run of (competency, count) per employer: the loop below runs a thousand times
  const employers = [...Map.groupBy(vacancies, (vacancy) => vacancy.employerKey)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const counts = [...countBy(own, (vacancy) => vacancy.competencyIds)];
      return {
        size: own.length,
        places: Int32Array.from(counts, ([id]) => place.get(id)!),
        counts: Float64Array.from(counts, ([, count]) => count),
      };
    });
  const values = competencyIds.map(() => new Float64Array(draws));
  const sums = new Float64Array(competencyIds.length);
  let draw = 0;
  for (const weights of clusterDraws(employers.length, draws, seed)) {
    sums.fill(0);
    let total = 0;
    for (let index = 0; index < employers.length; index++) {
      const weight = weights[index]!;
      if (weight === 0) continue;
      const { size, places, counts } = employers[index]!;
      total += weight * size;
      for (let at = 0; at < places.length; at++) sums[places[at]!]! += weight * counts[at]!;
    }
    for (let index = 0; index < values.length; index++) values[index]![draw] = sums[index]! / total;
    draw++;
  }
  return new Map(competencyIds.map((id, index) => [id, percentileInterval(values[index]!)]));
}
