import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { findOrganisationByName } from '#src/organisations/organisations.ts';
import { testApp } from '#src/testing/app.ts';
import { exampleDocument, type ExampleDocument } from '#src/testing/example-programme.ts';
import { importFile, previewFile } from '#src/testing/import-file.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { sharedData } from '#src/testing/shared-data.ts';
import { wholeHash } from './content.ts';
import type { ProgrammeDetail, ProgrammeList } from './contract.ts';
import { currentProgrammes, currentSyllabi } from './current-content.ts';
import { relinkTexts } from '#src/linking/relinking/relink-texts.ts';
import { programmeTexts } from './programme-texts.ts';
import { setVerdict } from './set-verdict.ts';

const institution = 'Trường Đại học Thử nghiệm';

async function university(t: TestContext, kind: 'demo' | 'main' = 'main') {
  const app = await testApp(t, { kind });
  const { platform, commandLine } = app;
  const file = (document: ExampleDocument | string) => ({
    kind: 'programme' as const,
    content: typeof document === 'string' ? document : JSON.stringify(document),
    institution,
  });
  return {
    ...app,
    db: platform.db,
    preview: (document: ExampleDocument | string) =>
      previewFile(platform, commandLine, file(document)),
    apply: (document: ExampleDocument | string) =>
      importFile(platform, commandLine, file(document)),
    list: () => app.get<ProgrammeList>('/api/programmes'),
    detail: (query = '') => app.get<ProgrammeDetail>(`/api/programmes/1${query}`),
  };
}

test('an imported programme can be read with its groups, courses, outcomes and links', async (t) => {
  const { apply, list, detail } = await university(t);
  await apply(exampleDocument());
  const [ref] = await list();
  assert.equal(ref!.code, '7489999');
  assert.deepEqual(ref!.name, {
    vi: 'Kỹ thuật dữ liệu thử nghiệm',
    en: 'Experimental Data Engineering',
  });
  assert.equal(ref!.institution.name.vi, institution);
  assert.equal(ref!.institution.fictional, false);
  assert.equal(ref!.datedOn, '2024-05-02');
  assert.deepEqual(ref!.syllabi, {
    courses: 4,
    withSyllabus: 2,
    withOutcomes: 1,
    credits: 13,
    creditsWithOutcomes: 4,
  });
  const programme = await detail();
  assert.deepEqual(
    programme.groups.map(({ code, exposure }) => [code, exposure]),
    [
      ['I', { low: 1, high: 1 }],
      ['II', { low: 0.5, high: 0.5 }],
    ],
  );
  assert.deepEqual(
    programme.courses.map(({ code, exposure, syllabus }) => [code, exposure.low, syllabus]),
    [
      ['DAT1001', 1, 'missing'],
      ['DAT1002', 1, 'present'],
      ['DAT2001E', 0.5, 'without-outcomes'],
      ['DAT2002', 0.5, 'missing'],
    ],
  );
  assert.deepEqual(programme.courses[1]!.prerequisites, [
    { code: 'DAT1001', courseId: programme.courses[0]!.id },
  ]);
});

test('a link says which words of which language name the competency', async (t) => {
  const { apply, detail } = await university(t);
  await apply(exampleDocument());
  const { courses, outcomes } = await detail();
  for (const { links, statement } of [...outcomes, ...courses[1]!.outcomes]) {
    assert.ok(links.length > 0);
    for (const { start, end, surface, language, field } of links) {
      assert.equal(statement[language as 'vi' | 'en']!.slice(start, end), surface);
      assert.equal(field, 'statement');
    }
  }
  const [clo1, clo2] = courses[1]!.outcomes;
  assert.equal(clo1!.statement.en, null);
  assert.ok(clo1!.links.some(({ surface }) => surface.includes('SQL')));
  assert.equal(clo2!.statement.vi, null);
  assert.ok(clo2!.links.some(({ surface }) => surface === 'MySQL'));
  const languages = courses[1]!.titleLinks.map(({ language }) => language);
  assert.ok(languages.includes('vi') && languages.includes('en'));
});

test('importing the same file again changes nothing', async (t) => {
  const { apply, list, db } = await university(t);
  const first = await apply(exampleDocument());
  assert.deepEqual([first.counts.new, first.counts.warnings], [12, 1]);
  const revision = () =>
    db
      .selectFrom('input_revision')
      .select('revision')
      .where('input', '=', 'programmes')
      .executeTakeFirstOrThrow();
  const before = { list: await list(), revision: await revision() };
  const again = await apply(exampleDocument());
  assert.deepEqual([again.counts.new, again.counts.changed, again.counts.same], [0, 0, 12]);
  assert.deepEqual({ list: await list(), revision: await revision() }, before);
});

test('a changed course makes the next version of the programme, and the old one stays readable', async (t) => {
  const { apply, preview, detail, get } = await university(t);
  await apply(exampleDocument());
  const changed = exampleDocument();
  changed.programmes[0]!.courses[0]!.credits = 2;
  changed.programmes[0]!.courses.pop();
  changed.programmes[0]!.courses.push({
    ...exampleDocument().programmes[0]!.courses[3],
    code: 'DAT2003',
    vi: 'Học sâu',
  });
  const run = await preview(changed);
  assert.deepEqual(
    [run.counts.new, run.counts.changed, run.counts.same, run.counts.removed],
    [1, 2, 9, 1],
  );
  const { items } = await get<{ items: { label: string; differences: unknown[] }[] }>(
    `/api/imports/${run.id}/rows?change=changed`,
  );
  assert.deepEqual(
    items.map(({ differences }) => differences),
    [
      [{ field: 'version', before: '1', after: '2' }],
      [{ field: 'credits', before: '3', after: '2' }],
    ],
  );
  await apply(changed);
  const now = await detail();
  assert.deepEqual(
    now.versions.map(({ versionNumber, status }) => [versionNumber, status]),
    [
      [2, 'current'],
      [1, 'superseded'],
    ],
  );
  assert.deepEqual(
    now.courses.map(({ code, credits }) => [code, credits]),
    [
      ['DAT1001', 2],
      ['DAT1002', 4],
      ['DAT2001E', 3],
      ['DAT2003', 3],
    ],
  );
  const before = await detail('?version=1');
  assert.equal(before.courses[0]!.credits, 3);
  assert.equal(before.courses[1]!.syllabus, 'present');
});

test('a syllabus that comes later reaches the courses of the current version, and only those', async (t) => {
  const { apply, detail } = await university(t);
  await apply(exampleDocument());
  const renamed = exampleDocument();
  renamed.programmes[0]!.duration = '4,5 năm';
  await apply(renamed);
  const later = exampleDocument();
  later.programmes = [];
  later.syllabi = [
    {
      ...later.syllabi[1]!,
      clos: [{ id: 'CLO1', text: 'Triển khai ứng dụng với Docker', group: null, line: null }],
    },
  ];
  const run = await apply(later);
  assert.deepEqual([run.counts.new, run.counts.changed, run.counts.removed], [1, 1, 0]);
  assert.equal((await detail()).courses[2]!.syllabus, 'present');
  assert.equal((await detail('?version=1')).courses[2]!.syllabus, 'without-outcomes');
});

test('a syllabus whose course nobody lists is kept, with a warning', async (t) => {
  const { apply, get } = await university(t);
  const document = exampleDocument();
  document.syllabi.push({ ...document.syllabi[1]!, code: 'ABC1', file: 'ABC1.md' });
  const run = await apply(document);
  const { items } = await get<{ items: { problems: { code: string; column: string }[] }[] }>(
    `/api/imports/${run.id}/rows?problems=true`,
  );
  assert.ok(
    items.some(({ problems }) =>
      problems.some(
        ({ code, column }) => code === 'syllabus-of-unknown-course' && column === 'syllabi[2].code',
      ),
    ),
  );
});

test('the valid rows of a file with errors are imported, the others are listed with their reason', async (t) => {
  const { apply, detail } = await university(t);
  const document = exampleDocument();
  document.programmes[0]!.courses[0]!.credits = -1;
  const run = await apply(document);
  assert.equal(run.counts.rejected, 1);
  const { courses } = await detail();
  assert.deepEqual(
    courses.map(({ code }) => code),
    ['DAT1002', 'DAT2001E', 'DAT2002'],
  );
  assert.deepEqual(courses[0]!.prerequisites, [{ code: 'DAT1001', courseId: null }]);
});

test('a programme without the name of its institution is not taken in', async (t) => {
  const { platform, commandLine } = await testApp(t);
  const file = { kind: 'programme' as const, content: JSON.stringify(exampleDocument()) };
  await assert.rejects(importFile(platform, commandLine, file), isProblem('organisation-required'));
});

test('in the demonstration an institution is marked as made up', async (t) => {
  const { apply, list } = await university(t, 'demo');
  await apply(exampleDocument());
  assert.equal((await list())[0]!.institution.fictional, true);
});

test('what stands in the database is what the file said, whatever it said', async (t) => {
  const { apply, db } = await university(t);
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((one) => `a${one}`);
  const credits = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
  const code = fc.stringMatching(/^[A-Z]{3}[0-9]{4}E?$/);
  const documents = fc.record({
    name: text,
    duration: fc.option(text, { nil: null }),
    levels: fc.array(fc.stringMatching(/^[1-5]$/), { maxLength: 3 }),
    courses: fc.array(
      fc.record({
        code: fc.option(code, { nil: null }),
        vi: text,
        en: fc.option(text, { nil: null }),
        credits,
        counted: fc.boolean(),
        prereq: fc.array(code, { maxLength: 3 }),
        group: fc.constantFrom('I', 'II'),
      }),
      { maxLength: 6 },
    ),
    topics: fc.array(fc.record({ label: fc.option(text, { nil: null }), title: text }), {
      maxLength: 3,
    }),
    statement: text,
  });
  await fc.assert(
    fc.asyncProperty(documents, async ({ name, duration, levels, courses, topics, statement }) => {
      const document = exampleDocument();
      const [programme] = document.programmes;
      Object.assign(programme!, { name_vi: name, duration });
      Object.assign(programme!.plos[0]!, { levels, text: statement });
      programme!.courses.push(...courses);
      Object.assign(document.syllabi[0]!, { topics, objectives: statement });
      await apply(document);
      assert.equal((await apply(`${JSON.stringify(document)} `)).counts.same, 12 + courses.length);
      const id = (await findOrganisationByName(db, institution))!;
      const standing = [
        ...(await currentProgrammes(db, id, ['7489999'])).values(),
        ...(await currentSyllabi(db, id, ['DAT1002', 'DAT2001'])).values(),
      ];
      assert.equal(standing.length, 3);
      for (const { pieces, contentSha256 } of standing) {
        assert.equal(wholeHash(pieces), contentSha256);
      }
    }),
    { numRuns: 8 },
  );
});

test('linking everything anew gives the same links', async (t) => {
  const { apply, detail, platform } = await university(t);
  await apply(exampleDocument());
  const withoutIds = async () =>
    JSON.parse(
      JSON.stringify(await detail(), (key, value: unknown) =>
        key === 'titleLinks' || key === 'links'
          ? (value as { id: number }[]).map(({ id: _, ...link }) => link)
          : value,
      ),
    ) as unknown;
  const before = await withoutIds();
  assert.equal(await relinkTexts(platform, programmeTexts), 'done');
  assert.deepEqual(await withoutIds(), before);
});

test('the last word of people stands on every link of its surface, and can be taken back', async (t) => {
  const { apply, detail, db } = await university(t);
  await apply(exampleDocument());
  const sql = (await detail()).courses[1]!.outcomes[0]!.links.find(({ surface }) =>
    surface.includes('SQL'),
  )!;
  const say = (verdict: 'reject' | null) =>
    db.transaction().execute((trx) => setVerdict(trx, sql.normalised, sql.competency.id, verdict));
  const verdicts = async () =>
    (await detail()).courses[1]!.outcomes[0]!.links.filter(
      ({ normalised }) => normalised === sql.normalised,
    ).map(({ verdict }) => verdict);
  assert.equal(await say('reject'), 1);
  assert.deepEqual(await verdicts(), ['reject']);
  await say(null);
  assert.deepEqual(await verdicts(), [null]);
});

test('a programme that is not there is not found, and a strange number is refused', async (t) => {
  const { inject } = await university(t);
  assert.equal((await inject('/api/programmes/12')).statusCode, 404);
  assert.equal((await inject('/api/programmes/x')).statusCode, 400);
  assert.equal((await inject('/api/programmes/1?version=0')).statusCode, 400);
});

test('the exposures of three real programmes follow their elective rules', async (t) => {
  const folder = sharedData();
  if (!folder) return t.skip('the shared data folder is not here');
  const { apply, list, get } = await university(t);
  await apply(readFileSync(join(folder, 'uet_2023/uet_parsed.json'), 'utf8'));
  const programmes = await list();
  assert.deepEqual(
    programmes.map(({ code, syllabi }) => [
      code,
      syllabi.courses,
      syllabi.withSyllabus,
      syllabi.withOutcomes,
    ]),
    [
      ['7480101', 71, 22, 16],
      ['7480102', 68, 20, 18],
      ['7480201', 71, 19, 17],
    ],
  );
  const rules: [number, Record<string, [number, number]>][] = [
    [0, { V: [1, 1], 'V.1#r1': [1 / 2, 1 / 2], 'V.2.3': [21 / 99, 21 / 99], 'V.3': [0, 5 / 11] }],
    [0, { 'V.4': [1 / 2, 1 / 2], 'V.4#r1': [1 / 2, 1 / 2], 'V.4#r1#r1': [0, 1 / 2] }],
    [1, { 'V.2.1': [21 / 85, 21 / 85], 'V.3': [0, 5 / 11], 'V.5': [1, 1] }],
    [2, { 'V.1#r1': [1 / 2, 1 / 2], 'V.2.4': [27 / 106, 27 / 106], 'V.4': [1 / 2, 1 / 2] }],
  ];
  for (const [index, expected] of rules) {
    const { groups } = await get<ProgrammeDetail>(`/api/programmes/${programmes[index]!.id}`);
    for (const [code, [low, high]] of Object.entries(expected)) {
      assert.deepEqual(groups.find((group) => group.code === code)!.exposure, { low, high });
    }
  }
});
