import type { VacancyCompetencies } from '#src/demand/statistics-queries.ts';
import { union } from '#src/programmes/exposure.ts';
import type { Exposure } from '#src/programmes/contract.ts';
import type { CoverageState } from './contract.ts';

/** A vacancy: what it asks for in any field, and in the requirements' text alone. */
export type AskingVacancy = Omit<VacancyCompetencies, 'regionCode'>;

/** A course of the programme: what its title names, and whether its outcomes are here. */
export interface CourseHere {
  courseId: number;
  exposure: Exposure;
  hasOutcomes: boolean;
  titleCompetencyIds: readonly number[];
}

/** A learning outcome and what it says; `courseId` is null for an outcome of the whole programme. */
export interface OutcomeHere {
  outcomeId: number;
  courseId: number | null;
  competencyIds: readonly number[];
}

export interface ProgrammeHere {
  courses: readonly CourseHere[];
  outcomes: readonly OutcomeHere[];
}

/** How competencies lie in areas. An area is never demand itself. */
export interface Areas {
  isArea(competencyId: number): boolean;
  /** the area itself for an area; null where there is none */
  areaOf(competencyId: number): number | null;
}

export interface CoverageLine {
  competencyId: number;
  vacancies: number;
  vacanciesByText: number;
  /** vacancies that ask for it ÷ all vacancies, weight 1 each */
  share: number;
  shareByText: number;
  state: CoverageState;
  /** share of the students who meet it, when taught; 0…0 otherwise */
  exposure: Exposure;
  /** taught: the outcomes that say it, each with its course */
  outcomes: Pick<OutcomeHere, 'outcomeId' | 'courseId'>[];
  /** title-only: the courses whose title names it; syllabus-missing: those of its area without outcomes */
  courseIds: number[];
}

export interface Coverage {
  vacancies: number;
  /** Σ share·exposure ÷ Σ share with the lower and the upper exposures; null when nothing is asked for */
  bounds: Exposure | null;
  /** Σ share per state ÷ Σ share, before exposure */
  massByState: Record<CoverageState, number>;
  /** largest share first, then by id */
  lines: CoverageLine[];
}

/**
 * Answer 0 of the velocity gap: how much of what vacancies ask for the programme teaches. The unit is
 * the vacancy, its weight 1; levels are unknown here and not compared.
 */
export function coverageOf(
  vacancies: readonly AskingVacancy[],
  programme: ProgrammeHere,
  areas: Areas,
): Coverage {
  const asked = countVacancies(vacancies, ({ competencyIds }) => competencyIds);
  const askedByText = countVacancies(vacancies, (vacancy) => vacancy.competencyIdsByText);
  const evidence = evidenceFinder(programme, areas);
  const lines = [...asked]
    .filter(([competencyId]) => !areas.isArea(competencyId))
    .map(([competencyId, count]): CoverageLine => {
      const byText = askedByText.get(competencyId) ?? 0;
      return {
        competencyId,
        vacancies: count,
        vacanciesByText: byText,
        share: count / vacancies.length,
        shareByText: byText / vacancies.length,
        ...evidence(competencyId),
      };
    })
    .sort((a, b) => b.vacancies - a.vacancies || a.competencyId - b.competencyId);
  return {
    vacancies: vacancies.length,
    bounds: coverageBounds(lines.map(({ vacancies: count, exposure }) => ({ count, exposure }))),
    massByState: massByState(lines),
    lines,
  };
}

/** Σ count·exposure ÷ Σ count: shares and counts of vacancies give the same quotient, counts without rounding. */
export function coverageBounds(
  terms: readonly { count: number; exposure: Exposure }[],
): Exposure | null {
  let mass = 0;
  let low = 0;
  let high = 0;
  for (const { count, exposure } of terms) {
    mass += count;
    low += count * exposure.low;
    high += count * exposure.high;
  }
  return mass === 0 ? null : { low: low / mass, high: high / mass };
}

function countVacancies(
  vacancies: readonly AskingVacancy[],
  idsOf: (vacancy: AskingVacancy) => readonly number[],
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const vacancy of vacancies) {
    for (const id of new Set(idsOf(vacancy))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

type Evidence = Pick<CoverageLine, 'state' | 'exposure' | 'outcomes' | 'courseIds'>;

const none: Exposure = { low: 0, high: 0 };
/** An outcome of the whole programme without a course: some course may teach it to some or to all. */
const somewhere: Exposure = { low: 0, high: 1 };

function evidenceFinder(
  programme: ProgrammeHere,
  areas: Areas,
): (competencyId: number) => Evidence {
  const courses = new Map(programme.courses.map((course) => [course.courseId, course]));
  const saying = groupByEach(programme.outcomes, ({ competencyIds }) => competencyIds);
  const named = groupByEach(programme.courses, (course) => course.titleCompetencyIds);
  const silent = groupByEach(
    programme.courses.filter(({ hasOutcomes }) => !hasOutcomes),
    (course) => course.titleCompetencyIds.flatMap((id) => areas.areaOf(id) ?? []),
  );
  const ids = (found: readonly CourseHere[]) => found.map(({ courseId }) => courseId);
  return (competencyId) => {
    const outcomes = saying.get(competencyId);
    if (outcomes) {
      return {
        state: 'taught',
        exposure: union(exposuresOf(outcomes, courses)),
        outcomes: outcomes.map(({ outcomeId, courseId }) => ({ outcomeId, courseId })),
        courseIds: [],
      };
    }
    const suggesting = named.get(competencyId);
    const area = areas.areaOf(competencyId);
    const missing = area === null ? undefined : silent.get(area);
    const [state, found]: [CoverageState, readonly CourseHere[]] = suggesting
      ? ['title-only', suggesting]
      : missing
        ? ['syllabus-missing', missing]
        : ['not-found', []];
    return { state, exposure: none, outcomes: [], courseIds: ids(found) };
  };
}

/** One exposure per course that says it, however many of its outcomes do; and one for the whole programme. */
function exposuresOf(
  outcomes: readonly OutcomeHere[],
  courses: ReadonlyMap<number, CourseHere>,
): Exposure[] {
  const ids = new Set(outcomes.map(({ courseId }) => courseId));
  return [...ids].map((id) => (id === null ? somewhere : (courses.get(id)?.exposure ?? somewhere)));
}

function groupByEach<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly number[],
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function massByState(lines: readonly CoverageLine[]): Record<CoverageState, number> {
  const mass = { taught: 0, 'title-only': 0, 'syllabus-missing': 0, 'not-found': 0 };
  let all = 0;
  for (const { state, vacancies } of lines) {
    mass[state] += vacancies;
    all += vacancies;
  }
  if (all === 0) return mass;
  return {
    taught: mass.taught / all,
    'title-only': mass['title-only'] / all,
    'syllabus-missing': mass['syllabus-missing'] / all,
    'not-found': mass['not-found'] / all,
  };
}
