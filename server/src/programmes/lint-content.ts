import type { FindingCode } from '#src/imports/finding-words.ts';
import { byCourseCode } from './course-code.ts';
import type {
  CoursePiece,
  GroupPiece,
  OutcomePiece,
  Piece,
  ProgrammePiece,
  SyllabusOutcomePiece,
  SyllabusPiece,
} from './content.ts';
import { ratio } from './exposure.ts';
import { creditsTaken, groupTree, membersOf, total, type GroupTree } from './group-credits.ts';
import type { LintFinding } from './lint-structure.ts';
import { circles, resolvePrerequisites } from './prerequisites.ts';

/** What a person should look at in one programme; everything is kept as written all the same. */
export function programmeWarnings(
  programme: ProgrammePiece,
  groups: readonly GroupPiece[],
  outcomes: readonly OutcomePiece[],
  courses: readonly CoursePiece[],
  today: string,
): LintFinding[] {
  const tree = groupTree(groups, courses);
  const future = programme.datedOn !== null && programme.datedOn > today;
  return [
    ...(future
      ? [warning(programme, 'datedOn', 'programme-dated-in-future', { date: programme.datedOn! })]
      : []),
    ...totalMismatch(programme, groups, tree),
    ...groups.flatMap((group) => groupWarnings(group, tree)),
    ...repeated(outcomes, 'code', 'outcome-code-duplicate', 'outcome'),
    ...repeated(courses, 'code', 'course-code-duplicate', 'course'),
    ...prerequisiteWarnings(courses),
  ];
}

/** The same for the syllabi of a file, beside the courses of its programmes. */
export function syllabusWarnings(
  syllabi: readonly SyllabusPiece[],
  outcomes: readonly SyllabusOutcomePiece[],
  courses: readonly CoursePiece[],
): LintFinding[] {
  const findCourse = byCourseCode(courses, (course) => course.code);
  const outcomesOf = Map.groupBy(outcomes, (outcome) => outcome.syllabus);
  return syllabi.flatMap((syllabus) => {
    const own = outcomesOf.get(syllabus.syllabus) ?? [];
    const stated = findCourse(syllabus.syllabus)?.credits ?? null;
    const detail = { syllabus: syllabus.syllabus };
    return [
      ...(own.length === 0
        ? [warning(syllabus, 'outcomes', 'syllabus-without-outcomes', detail)]
        : []),
      ...(stated !== null && syllabus.credits !== null && stated !== syllabus.credits
        ? [
            warning(syllabus, 'credits', 'syllabus-credits-differ', {
              syllabus: syllabus.credits,
              course: stated,
            }),
          ]
        : []),
      ...repeated(own, 'code', 'outcome-code-duplicate', 'outcome'),
    ];
  });
}

function totalMismatch(
  programme: ProgrammePiece,
  groups: readonly GroupPiece[],
  tree: GroupTree,
): LintFinding[] {
  const top = groups.filter((group) => group.parent === null);
  const listed = top.length === 0 ? null : total(top.map((group) => creditsTaken(tree, group)));
  return mismatch(programme, 'totalCredits', programme.totalCredits, listed);
}

function groupWarnings(group: GroupPiece, tree: GroupTree): LintFinding[] {
  const { worths, open } = membersOf(tree, group);
  if (worths.length === 0) return [];
  const listed = open ? null : total(worths);
  if (group.kind === 'required')
    return mismatch(group, 'chooseCredits', group.chooseCredits, listed);
  if (group.kind === 'info') return [];
  const own = ratio(tree, group);
  return [
    ...(own.low === 0 && own.high === 1
      ? [warning(group, 'kind', 'group-rule-unknown', { group: group.code })]
      : []),
    ...mismatch(group, 'ofCredits', group.ofCredits, listed),
  ];
}

function mismatch(
  piece: Piece,
  field: string,
  stated: number | null,
  listed: number | null,
): LintFinding[] {
  if (stated === null || listed === null || stated === listed) return [];
  return [warning(piece, field, 'credits-do-not-add-up', { stated, listed })];
}

function prerequisiteWarnings(courses: readonly CoursePiece[]): LintFinding[] {
  const resolved = resolvePrerequisites(courses);
  const name = (course: CoursePiece) => course.code ?? course.title.vi ?? course.title.en ?? '';
  const unknown = [...resolved].flatMap(([course, prerequisites]) =>
    prerequisites
      .filter((prerequisite) => prerequisite.course === null)
      .map(({ code }) =>
        warning(
          course,
          `prerequisites.${course.prerequisites.indexOf(code)}`,
          'prerequisite-unknown',
          { prerequisite: code },
        ),
      ),
  );
  const circular = circles(resolved).map((circle) => {
    const start = circle[0]!;
    const path = [...circle, start].map(name).join(' → ');
    return warning(start, 'prerequisites', 'prerequisites-circular', { path });
  });
  return [...unknown, ...circular];
}

function repeated<T extends Piece & { code: string | null }>(
  pieces: readonly T[],
  field: string,
  code: FindingCode,
  name: string,
): LintFinding[] {
  const seen = new Set<string>();
  return pieces.flatMap((piece) => {
    if (piece.code === null) return [];
    if (seen.has(piece.code)) return [warning(piece, field, code, { [name]: piece.code })];
    seen.add(piece.code);
    return [];
  });
}

function warning(
  piece: Piece,
  field: string,
  code: FindingCode,
  detail: LintFinding['detail'],
): LintFinding {
  return { piece, field, code, severity: 'warning', detail };
}
