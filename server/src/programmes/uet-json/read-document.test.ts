import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ParsedRow } from '#src/imports/importer.ts';
import { findingWords } from '#src/imports/finding-words.ts';
import { exampleDocument, type ExampleDocument } from '#src/testing/example-programme.ts';
import { sharedData } from '#src/testing/shared-data.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import type { CoursePiece, Piece } from '../content.ts';
import { uetJsonImporter } from './importer.ts';
import { readDocument, type Payload } from './read-document.ts';

const today = '2026-03-01';
const pause = () => Promise.resolve();

async function rowsOf(document: unknown): Promise<ParsedRow[]> {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return Array.fromAsync(readDocument(text, today, pause));
}

const piecesOf = (rows: ParsedRow[]): Piece[] =>
  rows.flatMap((row) => (row.payload as Payload).piece ?? []);

async function findingsOf(change: (document: ExampleDocument) => void): Promise<string[]> {
  const document = exampleDocument();
  change(document);
  const rows = await rowsOf(document);
  return rows.flatMap(({ problems }) =>
    problems.map(({ severity, code, column }) => `${severity} ${code} ${column}`),
  );
}

test('every part of a programme is a row of its own, with a key and a hash', async () => {
  const rows = await rowsOf(exampleDocument());
  assert.deepEqual(
    rows.map(({ key }) => key),
    [
      'programme:7489999',
      'programme:7489999/group:I',
      'programme:7489999/group:II',
      'programme:7489999/outcome:PLO1',
      'programme:7489999/course:DAT1001',
      'programme:7489999/course:DAT1002',
      'programme:7489999/course:DAT2001E',
      'programme:7489999/course:DAT2002',
      'syllabus:DAT1002',
      'syllabus:DAT1002/syllabus-outcome:CLO1',
      'syllabus:DAT1002/syllabus-outcome:CLO2',
      'syllabus:DAT2001',
    ],
  );
  assert.deepEqual(
    rows.map(({ rowNumber }) => rowNumber),
    rows.map((_, index) => index + 1),
  );
  assert.ok(rows.every(({ contentSha256 }) => /^[0-9a-f]{64}$/.test(contentSha256 ?? '')));
  assert.deepEqual(
    rows.flatMap(({ problems }) => problems.map(({ code }) => code)),
    ['syllabus-without-outcomes'],
  );
});

test('one bad course is refused by its cell, and everything else is read', async () => {
  const document = exampleDocument();
  document.programmes[0]!.courses[2]!.credits = -3;
  const rows = await rowsOf(document);
  const bad = rows.filter(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  assert.equal(bad.length, 1);
  assert.equal(bad[0]!.key, null);
  assert.deepEqual(bad[0]!.problems, [
    {
      code: 'value-out-of-range',
      severity: 'error',
      column: 'programmes[0].courses[2].credits',
      detail: { value: '-3', low: 0, high: 60 },
    },
  ]);
  assert.match((bad[0]!.payload as Payload).label, /DAT2001E Điện toán đám mây/);
  assert.equal(piecesOf(rows).length, rows.length - 1);
});

test('every cell that cannot be read is named by its path', async () => {
  const findings = await findingsOf(({ programmes: [programme], syllabi: [syllabus] }) => {
    Object.assign(programme!.courses[0]!, { credits: '3', counted: 'yes', vi: null, en: null });
    Object.assign(programme!.courses[1]!, { prereq: 'DAT1001' });
    Object.assign(programme!.groups[1]!, { kind: 'optional' });
    Object.assign(programme!.plos[0]!, { text: 'một\u0000hai' });
    Object.assign(syllabus!.clos[0]!, { text: '' });
    Object.assign(syllabus!.clos[1]!, { id: 'x'.repeat(61) });
  });
  assert.deepEqual(
    findings.filter((finding) => finding.startsWith('error')),
    [
      'error value-not-in-list programmes[0].groups[1].kind',
      'error value-unreadable-characters programmes[0].plos[0].text',
      'error value-not-number programmes[0].courses[0].credits',
      'error value-not-boolean programmes[0].courses[0].counted',
      'error value-not-list programmes[0].courses[1].prereq',
      'error group-unknown programmes[0].courses[2].group',
      'error group-unknown programmes[0].courses[3].group',
      'error value-missing syllabi[0].clos[0].text',
      'error value-too-long syllabi[0].clos[1].id',
    ],
  );
});

test('a course without a name in any language is refused', async () => {
  const findings = await findingsOf(({ programmes: [programme] }) =>
    Object.assign(programme!.courses[3]!, { vi: ' ', en: null }),
  );
  assert.ok(findings.includes('error value-missing programmes[0].courses[3].vi'));
});

test('a programme that cannot be read takes its parts with it', async () => {
  const findings = await findingsOf(({ programmes: [programme] }) =>
    Object.assign(programme!, { version_date: '2024-02-30' }),
  );
  assert.equal(findings[0], 'error date-not-real programmes[0].version_date');
  assert.equal(findings.filter((one) => one.startsWith('error programme-rejected')).length, 7);
});

test('the second programme or syllabus of the same code is refused', async () => {
  const findings = await findingsOf((document) => {
    document.programmes.push(exampleDocument().programmes[0]!);
    document.syllabi.push(exampleDocument().syllabi[0]!);
  });
  assert.ok(findings.includes('error programme-duplicate programmes[1]'));
  assert.ok(findings.includes('error syllabus-duplicate syllabi[2]'));
  assert.ok(findings.includes('error syllabus-rejected syllabi[2].clos[0]'));
});

test('a group inside itself, a second group of a code and an unknown parent are refused', async () => {
  const findings = await findingsOf(({ programmes: [programme] }) => {
    const { groups } = programme!;
    groups[1]!.parent = 'III';
    groups.push({ ...groups[1], id: 'III', parent: 'II' });
    groups.push({ ...groups[0] });
    groups.push({ ...groups[0], id: 'IV', parent: 'IX' });
  });
  assert.ok(findings.includes('error group-circular programmes[0].groups[1].parent'));
  assert.ok(findings.includes('error group-parent-unknown programmes[0].groups[2].parent'));
  assert.ok(findings.includes('error group-duplicate programmes[0].groups[3].id'));
  assert.ok(findings.includes('error group-parent-unknown programmes[0].groups[4].parent'));
});

test('prerequisites that run in a circle are kept as written and shown with their path', async () => {
  const document = exampleDocument();
  document.programmes[0]!.courses[0]!.prereq = ['DAT1002', 'DAT0009'];
  const rows = await rowsOf(document);
  const problems = rows.flatMap((row) => row.problems);
  assert.deepEqual(
    problems.filter(({ column }) => column?.startsWith('programmes[0].courses[0]')),
    [
      {
        code: 'prerequisite-unknown',
        severity: 'warning',
        column: 'programmes[0].courses[0].prereq[1]',
        detail: { prerequisite: 'DAT0009' },
      },
      {
        code: 'prerequisites-circular',
        severity: 'warning',
        column: 'programmes[0].courses[0].prereq',
        detail: { path: 'DAT1001 → DAT1002 → DAT1001' },
      },
    ],
  );
  const course = piecesOf(rows).find((piece) => piece.part === 'course') as CoursePiece;
  assert.deepEqual(course.prerequisites, ['DAT1002', 'DAT0009']);
});

test('a prerequisite written without the mark of a class in English is the same course', async () => {
  const findings = await findingsOf(({ programmes: [programme] }) => {
    programme!.courses[3]!.prereq = ['DAT2001'];
  });
  assert.ok(!findings.some((finding) => finding.includes('prerequisite')));
});

test('what does not add up, repeats or lies ahead is a warning and is kept', async () => {
  const findings = await findingsOf(({ programmes: [programme], syllabi: [syllabus] }) => {
    programme!.version_date = '2026-09-01';
    programme!.totalCredits = 120;
    programme!.groups[0]!.choose_credits = 9;
    programme!.groups[1]!.choose_credits = null;
    programme!.plos.push(programme!.plos[0]!);
    programme!.courses.push(programme!.courses[0]!);
    syllabus!.credits = 5;
    syllabus!.clos.push(syllabus!.clos[0]!);
    Object.assign(syllabus!.topics[0]!, { title: 7 });
  });
  assert.deepEqual(findings.toSorted(), [
    'warning course-code-duplicate programmes[0].courses[4].code',
    'warning credits-do-not-add-up programmes[0].groups[0].choose_credits',
    'warning group-rule-unknown programmes[0].groups[1].kind',
    'warning outcome-code-duplicate programmes[0].plos[1].id',
    'warning outcome-code-duplicate syllabi[0].clos[2].id',
    'warning programme-dated-in-future programmes[0].version_date',
    'warning syllabus-credits-differ syllabi[0].credits',
    'warning syllabus-without-outcomes syllabi[1].clos',
    'warning topic-left-out syllabi[0].topics[0].title',
  ]);
});

test('a text that looks like a formula or a script stays the text that it is', async () => {
  const document = exampleDocument();
  document.programmes[0]!.courses[0]!.vi = '=HYPERLINK("x") <script>alert(1)</script>';
  const pieces = piecesOf(await rowsOf(document));
  const course = pieces.find((piece) => piece.part === 'course') as CoursePiece;
  assert.equal(course.title.vi, '=HYPERLINK("x") <script>alert(1)</script>');
});

test('letters are composed and white space is folded, so that two ways of typing are one content', async () => {
  const typed = exampleDocument();
  typed.programmes[0]!.courses[1]!.vi = '  Cơ sở\n dữ liệu '.normalize('NFD');
  const hashes = async (document: ExampleDocument) =>
    (await rowsOf(document)).map(({ contentSha256 }) => contentSha256);
  assert.deepEqual(await hashes(typed), await hashes(exampleDocument()));
});

test('a file that is not JSON or holds no programme is refused as a whole', async () => {
  const refused = isProblem('file-not-in-format');
  await assert.rejects(rowsOf('{"programmes": ['), refused);
  await assert.rejects(rowsOf('[]'), refused);
  await assert.rejects(rowsOf('{"programmes": {}}'), refused);
  await assert.rejects(rowsOf({ programmes: [], syllabi: [] }), refused);
  await assert.rejects(rowsOf('null'), refused);
});

test('a file far beyond any university is refused before it fills the memory', async () => {
  const refused = isProblem('file-has-too-many-parts');
  const wide = exampleDocument();
  wide.programmes[0]!.courses = Array.from(
    { length: 5_000 },
    () => wide.programmes[0]!.courses[0]!,
  );
  await assert.rejects(rowsOf(wide), refused);
  const syllabi = Array.from({ length: 100_001 }, () => null);
  await assert.rejects(rowsOf({ syllabi }), refused);
});

test('the format is known by its first bytes', () => {
  const detect = (text: string) => uetJsonImporter.detect(Buffer.from(text), 'file');
  assert.ok(detect(JSON.stringify(exampleDocument())));
  assert.ok(detect('\ufeff{\n "syllabi": [ {'));
  assert.ok(!detect('title,employer\n"{""programmes"": [}"'));
  assert.ok(!detect('{"vacancies": []}'));
});

test('whatever a file holds, reading it ends in rows that can be stored and findings with words', async () => {
  const json = fc.jsonValue({ maxDepth: 2 });
  const anything = fc.record({
    programmes: fc.array(
      fc.oneof(
        json,
        fc.record({
          moetCode: fc.oneof(fc.string({ unit: 'binary' }), json),
          name_vi: fc.string({ unit: 'binary' }),
          groups: fc.oneof(json, fc.array(json)),
          courses: fc.array(
            fc.record({
              vi: fc.string({ unit: 'binary' }),
              credits: fc.double(),
              group: fc.string(),
            }),
          ),
        }),
      ),
      { maxLength: 3 },
    ),
    syllabi: fc.array(json, { minLength: 1, maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(anything, async (document) => {
      for (const row of await rowsOf(document)) {
        const stored = JSON.stringify([row.payload, row.problems]);
        assert.ok(!/\\u0000|\\ud[89a-f]/i.test(stored), stored);
        assert.ok(row.problems.every(({ code }) => findingWords[code].vi.length > 0));
      }
    }),
    { numRuns: 50 },
  );
});

test('the three real programmes and 38 syllabi are read without an error', async (t) => {
  const folder = sharedData();
  if (!folder) return t.skip('the shared data folder is not here');
  const rows = await rowsOf(readFileSync(join(folder, 'uet_2023/uet_parsed.json'), 'utf8'));
  assert.equal(rows.length, 562);
  const counts = new Map<string, number>();
  for (const { severity, code } of rows.flatMap(({ problems }) => problems)) {
    counts.set(`${severity} ${code}`, (counts.get(`${severity} ${code}`) ?? 0) + 1);
  }
  assert.deepEqual(Object.fromEntries(counts), {
    'warning prerequisite-unknown': 3,
    'warning syllabus-without-outcomes': 6,
  });
});
