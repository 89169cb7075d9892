import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { employerKey, titleKey } from '#src/demand/employer-key.ts';
import { competencyShares } from '#src/demand/shares.ts';
import { groupIntoVacancies } from '#src/demand/vacancies.ts';
import { groupExposures } from '#src/programmes/exposure.ts';
import type { RuledGroup } from '#src/programmes/group-credits.ts';
import { coverageInterval } from './coverage-interval.ts';
import { coverageOf, type AskingVacancy, type ProgrammeHere } from './coverage.ts';

/*
 * Ten advertisements of five employers. 3 and 4 are one vacancy (the same employer and title under
 * other spellings, 20 days apart), 8 and 9 another: eight vacancies. 2 is another title than 1, and
 * 5 another than 4. In brackets: what the requirements' text names.
 *
 *   ad  vacancy  employer        asks for
 *    1     A     An Khang        java [java], sql
 *    2     B     An Khang        java, docker [docker]
 *    3     C     Bình Minh       sql [sql]
 *    4     C     Bình Minh       sql, cloud            (a second posting that says more)
 *    5     D     Bình Minh       java [java], english
 *    6     E     Chi Lăng        cloud [cloud]
 *    7     F     Chi Lăng        sql, scrum, software  (an area: never demand)
 *    8     G     Dũng Tiến       java [java], sql
 *    9     G     Dũng Tiến       java, sql [sql]
 *   10     H     Em Xinh         docker, figma [figma]
 */
const [software, data, design] = [100, 200, 300];
const [java, sql, docker, cloud, scrum, english, figma] = [1, 2, 3, 4, 5, 6, 7];
const posting = (
  employer: string,
  title: string,
  postedOn: string,
  ids: number[],
  idsByText: number[],
) => ({
  employerKey: employerKey(employer),
  titleKey: titleKey(title),
  regionId: 1,
  postedOn,
  ids,
  idsByText,
});
const advertisements = [
  posting('An Khang', 'Lập trình viên Java', '2025-10-01', [java, sql], [java]),
  posting('An Khang', 'Kỹ sư hạ tầng', '2025-10-01', [java, docker], [docker]),
  posting('Công ty TNHH Bình Minh', 'Kỹ sư dữ liệu', '2025-10-02', [sql], [sql]),
  posting('BÌNH MINH CO., LTD', 'KỸ SƯ DỮ LIỆU', '2025-10-22', [sql, cloud], []),
  posting('Bình Minh', 'Lập trình viên', '2025-10-02', [java, english], [java]),
  posting('Chi Lăng', 'Kỹ sư đám mây', '2025-10-03', [cloud], [cloud]),
  posting('Chi Lăng', 'Trưởng nhóm', '2025-10-03', [sql, scrum, software], []),
  posting('Dũng Tiến', 'Lập trình viên', '2025-10-04', [java, sql], [java]),
  posting('Dũng Tiến', 'Lập trình viên', '2025-11-30', [java, sql], [sql]),
  posting('Em Xinh', 'Nhà thiết kế', '2025-10-05', [docker, figma], [figma]),
];
const vacancies: AskingVacancy[] = groupIntoVacancies(advertisements).map((postings, index) => ({
  vacancyId: index + 1,
  employerKey: postings[0]!.employerKey,
  competencyIds: [...new Set(postings.flatMap(({ ids }) => ids))],
  competencyIdsByText: [...new Set(postings.flatMap(({ idsByText }) => idsByText))],
}));

const areaOf: Record<number, number> = {
  [java]: software,
  [scrum]: software,
  [docker]: software,
  [sql]: data,
  [cloud]: data,
  [figma]: design,
  [software]: software,
  [data]: data,
  [design]: design,
};
const areas = {
  isArea: (id: number) => id >= 100,
  areaOf: (id: number) => areaOf[id] ?? null,
};

/*
 * The programme. Group R is required: 1. Group E takes 6 of 24 credits: ¼. Group U has no rule: 0…1.
 *
 *   course  group  title names  outcomes say
 *     11      R    java         java
 *     12      E    –            sql
 *     13      E    –            sql, docker
 *     14      U    –            cloud
 *     15      E    scrum        (a syllabus without outcomes)
 *     16      R    the area design   (no syllabus)
 *
 * Hence, of what is asked for:
 *   java    taught            1                       vacancies A B D G     4
 *   sql     taught            ¼ … ¼+¼ = ½             vacancies A C F G     4
 *   docker  taught            ¼                       vacancies B H         2
 *   cloud   taught            0 … 1                   vacancies C E         2
 *   scrum   title-only        0   course 15           vacancy  F            1
 *   figma   syllabus-missing  0   course 16           vacancy  H            1
 *   english not-found         0                       vacancy  D            1
 *                                                     Σ                    15
 * coverage low  = (4·1 + 4·¼ + 2·¼ + 2·0) ÷ 15 = 5.5 ÷ 15
 *          high = (4·1 + 4·½ + 2·¼ + 2·1) ÷ 15 = 8.5 ÷ 15
 */
const group = (code: string, kind: RuledGroup['kind'], chooseCredits: number | null) => ({
  code,
  parent: null,
  kind,
  chooseCredits,
  ofCredits: kind === 'elective' && chooseCredits !== null ? 24 : null,
  chooseCount: null,
  ofCount: null,
});
const exposures = groupExposures(
  [group('R', 'required', 6), group('E', 'elective', 6), group('U', 'elective', null)],
  [],
);
const course = (courseId: number, code: string, titleCompetencyIds: number[], has = true) => ({
  courseId,
  exposure: exposures.get(code)!,
  hasOutcomes: has,
  titleCompetencyIds,
});
const programme: ProgrammeHere = {
  courses: [
    course(11, 'R', [java]),
    course(12, 'E', []),
    course(13, 'E', []),
    course(14, 'U', []),
    course(15, 'E', [scrum], false),
    course(16, 'R', [design], false),
  ],
  outcomes: [
    { outcomeId: 111, courseId: 11, competencyIds: [java] },
    { outcomeId: 121, courseId: 12, competencyIds: [sql] },
    { outcomeId: 122, courseId: 12, competencyIds: [sql] },
    { outcomeId: 131, courseId: 13, competencyIds: [sql, docker] },
    { outcomeId: 141, courseId: 14, competencyIds: [cloud] },
  ],
};

test('ten advertisements and one programme give the coverage that was computed by hand', () => {
  const coverage = coverageOf(vacancies, programme, areas);
  assert.equal(coverage.vacancies, 8);
  assert.deepEqual(coverage.bounds, { low: 5.5 / 15, high: 8.5 / 15 });
  assert.deepEqual(coverage.massByState, {
    taught: 12 / 15,
    'title-only': 1 / 15,
    'syllabus-missing': 1 / 15,
    'not-found': 1 / 15,
  });
  assert.deepEqual(
    coverage.lines.map(
      ({ competencyId, vacancies: count, share, shareByText, state, exposure }) => [
        competencyId,
        count,
        share,
        shareByText,
        state,
        [exposure.low, exposure.high],
      ],
    ),
    [
      [java, 4, 4 / 8, 3 / 8, 'taught', [1, 1]],
      [sql, 4, 4 / 8, 2 / 8, 'taught', [0.25, 0.5]],
      [docker, 2, 2 / 8, 1 / 8, 'taught', [0.25, 0.25]],
      [cloud, 2, 2 / 8, 1 / 8, 'taught', [0, 1]],
      [scrum, 1, 1 / 8, 0, 'title-only', [0, 0]],
      [english, 1, 1 / 8, 0, 'not-found', [0, 0]],
      [figma, 1, 1 / 8, 1 / 8, 'syllabus-missing', [0, 0]],
    ],
  );
});

test('every line names the outcomes or the courses that it rests on', () => {
  const { lines } = coverageOf(vacancies, programme, areas);
  const evidence = Object.fromEntries(
    lines.map(({ competencyId, outcomes, courseIds }) => [
      competencyId,
      [outcomes.map(({ outcomeId }) => outcomeId), courseIds],
    ]),
  );
  assert.deepEqual(evidence, {
    [java]: [[111], []],
    [sql]: [[121, 122, 131], []],
    [docker]: [[131], []],
    [cloud]: [[141], []],
    [scrum]: [[], [15]],
    [english]: [[], []],
    [figma]: [[], [16]],
  });
});

test('where every rule is exact the bounds meet', () => {
  const exact = { ...programme, outcomes: programme.outcomes.slice(0, 1) };
  const { bounds } = coverageOf(vacancies, exact, areas);
  assert.deepEqual(bounds, { low: 4 / 15, high: 4 / 15 });
});

test('an outcome of the whole programme says that it is taught, but not to whom', () => {
  const plo = { outcomeId: 901, courseId: null, competencyIds: [english, docker] };
  const { lines } = coverageOf(
    vacancies,
    { ...programme, outcomes: [...programme.outcomes, plo] },
    areas,
  );
  const exposureOf = (id: number) => lines.find((line) => line.competencyId === id)!.exposure;
  assert.deepEqual(exposureOf(english), { low: 0, high: 1 });
  assert.deepEqual(exposureOf(docker), { low: 0.25, high: 1 });
});

test('nothing asked for is no coverage, not a coverage of zero', () => {
  assert.equal(coverageOf([], programme, areas).bounds, null);
  const silent = vacancies.map((vacancy) => ({ ...vacancy, competencyIds: [] }));
  assert.equal(coverageOf(silent, programme, areas).bounds, null);
  assert.equal(coverageInterval(silent, new Map([[java, { low: 1, high: 1 }]])), null);
});

const counted = new Map(
  coverageOf(vacancies, programme, areas).lines.map((line) => [line.competencyId, line.exposure]),
);

test('the same advertisements and seed give the same interval, in whatever order they come', () => {
  const interval = coverageInterval(vacancies, counted);
  assert.deepEqual(coverageInterval(vacancies, counted), interval);
  assert.deepEqual(coverageInterval(vacancies.toReversed(), counted), interval);
  assert.notDeepEqual(coverageInterval(vacancies, counted, { draws: 1000, seed: 1 }), interval);
  assert.deepEqual(competencyShares(vacancies), competencyShares(vacancies.toReversed()));
});

test('the interval holds the bounds, and closes when every employer asks for the same', () => {
  const interval = coverageInterval(vacancies, counted)!;
  assert.ok(interval.low < 5.5 / 15 && 8.5 / 15 < interval.high);
  const alike = vacancies.map((vacancy) => ({ ...vacancy, competencyIds: [java, english] }));
  assert.deepEqual(coverageInterval(alike, counted), { low: 0.5, high: 0.5 });
});

test('more evidence never lowers a bound of the coverage', () => {
  const ids = [java, sql, docker, cloud, scrum, english, figma];
  const outcome = fc.record({
    outcomeId: fc.nat(),
    courseId: fc.constantFrom(null, 11, 12, 13, 14, 15, 16),
    competencyIds: fc.subarray(ids),
  });
  fc.assert(
    fc.property(fc.array(outcome), outcome, (outcomes, another) => {
      const before = coverageOf(vacancies, { ...programme, outcomes }, areas).bounds!;
      const after = coverageOf(
        vacancies,
        { ...programme, outcomes: [...outcomes, another] },
        areas,
      ).bounds!;
      assert.ok(after.low >= before.low && after.high >= before.high);
      assert.ok(0 <= after.low && after.low <= after.high && after.high <= 1);
    }),
  );
});
