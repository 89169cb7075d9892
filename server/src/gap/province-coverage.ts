import type { ProvinceDemand } from '#src/demand/contract.ts';
import type { VacancyCompetencies } from '#src/demand/statistics-queries.ts';
import type { Overview } from './contract.ts';
import { coverageOf, type Areas, type ProgrammeHere } from './coverage.ts';
import { ADVERTISEMENTS_NEEDED } from './refusals.ts';

/** How much of each province's own demand the programme teaches; not told under 30 advertisements. */
export function provinceCoverage(
  provinces: readonly ProvinceDemand[],
  vacancies: readonly VacancyCompetencies[],
  programme: ProgrammeHere | null,
  areas: Areas,
): Overview['provinces'] {
  const byProvince = Map.groupBy(vacancies, ({ regionCode }) => regionCode);
  return provinces.map((province) => {
    const enough = province.advertisements >= ADVERTISEMENTS_NEEDED;
    const own = byProvince.get(province.regionCode) ?? [];
    const coverage = enough && programme ? coverageOf(own, programme, areas).bounds : null;
    return { ...province, coverage };
  });
}
