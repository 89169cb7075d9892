import type { CompetencyRef } from '#src/frameworks/contract.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import type {
  CourseView,
  OutcomeView,
  ProgrammeDetail,
  TextLinkView,
} from '#src/programmes/contract.ts';
import type { CourseEvidence, CoverageRow, OutcomeEvidence } from './contract.ts';
import type { Areas, CoverageLine, ProgrammeHere } from './coverage.ts';

const counted = (links: readonly TextLinkView[]) => links.filter(({ counts }) => counts);
const idsOf = (links: readonly TextLinkView[]) => [
  ...new Set(counted(links).map(({ competency }) => competency.id)),
];

/** A programme as far as the coverage looks at it; links that do not count say nothing. */
export function programmeHere(programme: ProgrammeDetail): ProgrammeHere {
  return {
    courses: programme.courses.map((course) => ({
      courseId: course.id,
      exposure: course.exposure,
      hasOutcomes: course.syllabus === 'present',
      titleCompetencyIds: idsOf(course.titleLinks),
    })),
    outcomes: [
      ...programme.outcomes.map((outcome) => ({ outcome, courseId: null })),
      ...programme.courses.flatMap((course) =>
        course.outcomes.map((outcome) => ({ outcome, courseId: course.id })),
      ),
    ].map(({ outcome, courseId }) => ({
      outcomeId: outcome.id,
      courseId,
      competencyIds: idsOf(outcome.links),
    })),
  };
}

export function areasOf(refs: ReadonlyMap<number, CompetencyRef>): Areas {
  const areas = new Map(
    [...refs.values()].filter(({ kind }) => kind === 'area').map(({ code, id }) => [code, id]),
  );
  const parents = new Map([...refs.values()].map((ref) => [ref.code, ref.areaCode]));
  const areaOf = (code: string | null, steps = 0): number | null => {
    if (code === null || steps > 20) return null;
    return areas.get(code) ?? areaOf(parents.get(code) ?? null, steps + 1);
  };
  return {
    isArea: (id) => refs.get(id)?.kind === 'area',
    areaOf: (id) => areaOf(refs.get(id)?.code ?? null),
  };
}

/** What a line of the coverage rests on, with the words that say it. */
export function evidenceOf(
  programme: ProgrammeDetail,
): (line: CoverageLine) => Pick<CoverageRow, 'outcomes' | 'courses'> {
  const courses = new Map(programme.courses.map((course) => [course.id, course]));
  const outcomesOf = (courseId: number | null) =>
    courseId === null ? programme.outcomes : (courses.get(courseId)?.outcomes ?? []);
  return (line) => ({
    outcomes: line.outcomes.flatMap(({ outcomeId, courseId }) => {
      const outcome = outcomesOf(courseId).find(({ id }) => id === outcomeId);
      const course = courseId === null ? null : (courses.get(courseId) ?? null);
      return outcome ? [outcomeEvidence(outcome, course, line.competencyId)] : [];
    }),
    courses: line.courseIds.flatMap((id) => {
      const course = courses.get(id);
      return course ? [courseEvidence(course)] : [];
    }),
  });
}

function outcomeEvidence(
  outcome: OutcomeView,
  course: CourseView | null,
  competencyId: number,
): OutcomeEvidence {
  const links = counted(outcome.links).filter(({ competency }) => competency.id === competencyId);
  const language = links.some((link) => link.language === 'vi') ? 'vi' : 'en';
  return {
    outcomeId: outcome.id,
    outcomeCode: outcome.code,
    course: course && { id: course.id, code: course.code, title: course.title },
    statement: inLanguage(outcome.statement, language),
    language,
    spans: links
      .filter((link) => link.language === language)
      .map(({ start, end }) => ({ start, end })),
    exposure: course?.exposure ?? { low: 0, high: 1 },
  };
}

function courseEvidence({ id, code, title, syllabus, exposure }: CourseView): CourseEvidence {
  return { courseId: id, code, title, syllabus, exposure };
}
