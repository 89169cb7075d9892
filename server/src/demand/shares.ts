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
  const employers = [...Map.groupBy(vacancies, (vacancy) => vacancy.employerKey)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => ({ size: own.length, counts: [...countBy(own, (v) => v.competencyIds)] }));
  const values = competencyIds.map(() => new Float64Array(draws));
  const sums = new Float64Array(competencyIds.length);
  let draw = 0;
  for (const weights of clusterDraws(employers.length, draws, seed)) {
    sums.fill(0);
    let total = 0;
    for (const [index, { size, counts }] of employers.entries()) {
      const weight = weights[index]!;
      if (weight === 0) continue;
      total += weight * size;
      for (const [id, count] of counts) sums[place.get(id)!]! += weight * count;
    }
    for (const [index, column] of values.entries()) column[draw] = sums[index]! / total;
    draw++;
  }
  return new Map(competencyIds.map((id, index) => [id, percentileInterval(values[index]!)]));
}
