import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { ImportRowPage } from '#src/imports/contract.ts';
import { importers } from '#src/importers.ts';
import { importerOf } from '#src/imports/importers.ts';
import { findRun } from '#src/imports/queries.ts';
import { readRows } from '#src/imports/read-rows.ts';
import { confirmAndApply } from '#src/imports/run-import.ts';
import { inputRevisions } from '#src/measures/input-revision.ts';
import type { Platform } from '#src/platform.ts';
import { advertisementCsv, requirementsAbout } from '#src/testing/advertisement-csv.ts';
import { testPlatform } from '#src/testing/app.ts';
import { importFile, previewFile } from '#src/testing/import-file.ts';
import { admit } from './admit.ts';
import type { Cells } from './itviec/columns.ts';
import { relinkTexts } from '#src/linking/relinking/relink-texts.ts';
import { advertisementTexts } from './advertisement-texts.ts';
import { setVerdict } from './set-verdict.ts';
import { groupIntoVacancies } from './vacancies.ts';

const file = (rows: readonly Partial<Cells>[]) =>
  ({ kind: 'advertisements', content: advertisementCsv(rows) }) as const;

const advertisements = (platform: Platform) =>
  platform.db.selectFrom('advertisement').selectAll().orderBy('source_key').execute();

const TWO = [
  { job_names: 'Kỹ sư Java', salaries: '1,000 USD' },
  { job_names: 'Chuyên viên kiểm thử', locate_names: 'Hải Châu, Đà Nẵng' },
];

test('The same file imported again changes nothing and moves no figure', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  await importFile(platform, commandLine, file(TWO));
  const before = await advertisements(platform);
  const revision = (await inputRevisions(platform.db)).demand;
  const again = await importFile(platform, commandLine, file(TWO));
  assert.deepEqual([again.counts.new, again.counts.changed, again.counts.same], [0, 0, 2]);
  assert.deepEqual(await advertisements(platform), before);
  assert.equal((await inputRevisions(platform.db)).demand, revision);
});

test('A file with one edited row shows exactly that change, field by field, and nothing else is touched', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  await importFile(platform, commandLine, file(TWO));
  const before = await advertisements(platform);
  const edited = [{ ...TWO[0], salaries: '2,000 USD', array_skills: "['Kotlin']" }, TWO[1]!];
  const preview = await previewFile(platform, commandLine, file(edited));
  assert.deepEqual([preview.counts.new, preview.counts.changed, preview.counts.same], [0, 1, 1]);
  const run = (await findRun(platform.db, preview.id))!;
  const rows = await readRows(
    platform.db,
    importerOf(importers, run),
    run,
    { change: 'changed' },
    {
      page: 1,
      size: 10,
    },
  );
  assert.deepEqual(rows.items[0]?.differences, [
    { field: 'tags', before: 'Java', after: 'Kotlin' },
    { field: 'salaryWritten', before: '1,000 USD', after: '2,000 USD' },
  ] satisfies ImportRowPage['items'][number]['differences']);

  await confirmAndApply(platform, importers, commandLine, preview.id);
  const after = await advertisements(platform);
  assert.deepEqual(
    after.map((one) => one.id),
    before.map((one) => one.id),
  );
  const changed = after.filter(
    (one, index) => one.content_sha256 !== before[index]!.content_sha256,
  );
  assert.deepEqual(
    changed.map((one) => [one.title, one.salary_written, one.tags]),
    [['Kỹ sư Java', '2,000 USD', ['Kotlin']]],
  );
});

test('What a newer file no longer lists stays, because a scrape is a sample', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  await importFile(platform, commandLine, file(TWO));
  const second = await importFile(platform, commandLine, file([TWO[1]!]));
  assert.equal(second.counts.removed, 0);
  assert.equal((await advertisements(platform)).length, 2);
});

test('A row that stands twice in a file is imported once', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const run = await importFile(platform, commandLine, file([TWO[0]!, TWO[1]!, TWO[0]!]));
  assert.deepEqual([run.counts.new, run.counts.same, run.counts.warnings], [2, 1, 1]);
  assert.equal((await advertisements(platform)).length, 2);
});

const TEMPLATE = requirementsAbout('một hệ thống bất kỳ');
const templates = [1, 2, 3, 4, 5].map((index) => ({
  job_names: `Lập trình viên ${index}`,
  company_names: `Công ty Giả Tưởng ${index % 3}`,
  exp_skills: index % 2 ? TEMPLATE : TEMPLATE.toUpperCase(),
}));

test('Texts that repeat over employers like templates are held until a person admits them', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const run = await importFile(platform, commandLine, file([...TWO, ...templates]));
  assert.equal(run.counts.held, 5);
  const held = (await advertisements(platform)).filter((one) => one.status === 'held');
  assert.equal(held.length, 5);
  assert.ok(held.every((one) => one.vacancy_id === null && one.flags.includes('template-text')));

  const ids = held.slice(0, 2).map((one) => one.id);
  const admission = (status: 'counted' | 'held') =>
    platform.db
      .transaction()
      .execute((trx) => admit(trx, commandLine, { advertisementIds: ids, status }));
  assert.deepEqual((await admission('counted')).sort(), ids.sort());
  const counted = (await advertisements(platform)).filter((one) => ids.includes(one.id));
  assert.ok(counted.every((one) => one.status === 'counted' && one.vacancy_id !== null));

  const again = await importFile(platform, commandLine, file([...TWO, ...templates]));
  assert.equal(again.counts.changed, 0);
  const kept = (await advertisements(platform)).filter((one) => ids.includes(one.id));
  assert.ok(kept.every((one) => one.status === 'counted'));

  await admission('held');
  const vacancies = await platform.db.selectFrom('vacancy').select('id').execute();
  assert.equal(vacancies.length, 2);
});

test('One employer may repeat its own text without being held', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const own = templates.map((row) => ({ ...row, company_names: 'Công ty Bến Cầu Giả Tưởng' }));
  const run = await importFile(platform, commandLine, file(own));
  assert.equal(run.counts.held, 0);
});

test('A text that turns out to be a template in a later file is held then', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  await importFile(platform, commandLine, file(templates.slice(0, 2)));
  const later = await importFile(platform, commandLine, file(templates));
  assert.deepEqual([later.counts.new, later.counts.changed], [3, 2]);
  const statuses = (await advertisements(platform)).map((one) => one.status);
  assert.deepEqual([...new Set(statuses)], ['held']);
});

test('Every field of an advertisement is linked, each tag by its place', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const row = {
    job_names: 'Kỹ sư Kubernetes',
    array_skills: "['Java', 'Docker']",
    exp_skills: requirementsAbout('Docker và PostgreSQL'),
  };
  await importFile(platform, commandLine, file([row]));
  const links = await platform.db
    .selectFrom('advertisement_link as l')
    .innerJoin('advertisement as a', 'a.id', 'l.advertisement_id')
    .select(['l.field', 'l.ordinal', 'l.surface', 'l.span_start', 'l.span_end'])
    .select(['a.title', 'a.tags', 'a.requirements'])
    .execute();
  const found = links.map((link) => `${link.field} ${link.ordinal} ${link.surface}`);
  for (const expected of [
    'title 0 Kubernetes',
    'tag 0 Java',
    'tag 1 Docker',
    'text 0 Docker',
    'text 0 PostgreSQL',
  ]) {
    assert.ok(found.includes(expected), expected);
  }
  for (const link of links) {
    const text = { title: link.title, tag: link.tags[link.ordinal]!, text: link.requirements };
    const whole = text[link.field as keyof typeof text];
    assert.equal(whole.slice(link.span_start, link.span_end), link.surface);
  }
});

test('A rejection holds for texts that come after it, and can be taken back for them too', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const { db } = platform;
  await importFile(platform, commandLine, file([{ job_names: 'Kỹ sư Docker' }]));
  const link = await db
    .selectFrom('advertisement_link')
    .where('surface', '=', 'Docker')
    .select(['competency_id', 'normalised'])
    .executeTakeFirstOrThrow();
  await db
    .insertInto('decision')
    .values({
      normalised: link.normalised,
      competency_id: link.competency_id,
      verdict: 'reject',
      actor_id: commandLine.id,
      owner_organisation_id: commandLine.organisationId,
    })
    .execute();
  await sql`update input_revision set revision = revision + 1 where input = 'review'`.execute(db);
  await importFile(platform, commandLine, file([{ job_names: 'Chuyên gia Docker' }]));
  const verdicts = () =>
    db
      .selectFrom('advertisement_link')
      .where('normalised', '=', link.normalised)
      .where('competency_id', '=', link.competency_id)
      .select('verdict')
      .execute();
  const rejected = (await verdicts()).filter((one) => one.verdict === 'reject');
  assert.ok(rejected.length >= 1);
  const touched = await db
    .transaction()
    .execute((trx) => setVerdict(trx, link.normalised, link.competency_id, null));
  assert.equal(touched, (await verdicts()).length);
  assert.ok((await verdicts()).every((one) => one.verdict === null));
});

test('Linking all texts again gives the same links', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  await importFile(platform, commandLine, file(TWO));
  const links = () =>
    platform.db
      .selectFrom('advertisement_link')
      .select(['advertisement_id', 'field', 'ordinal', 'span_start', 'competency_id', 'method'])
      .orderBy('advertisement_id')
      .orderBy('field')
      .orderBy('ordinal')
      .orderBy('span_start')
      .execute();
  const before = await links();
  assert.ok(before.length > 0);
  assert.equal(await relinkTexts(platform, [advertisementTexts]), 'done');
  assert.deepEqual(await links(), before);
  assert.equal(await relinkTexts(platform, [advertisementTexts]), 'nothing');
});

test('The vacancies are the same in whatever order files are imported, and are those of the pure rule', async (t) => {
  const posting = fc.record({
    job_names: fc.constantFrom('Kỹ sư Java', 'KY SU JAVA', 'Kỹ sư QA'),
    company_names: fc.constantFrom(
      'Sao Mai Giả Tưởng',
      'Công ty CP Sao Mai Giả Tưởng',
      'Bến Cầu Demo',
    ),
    post_dates_formatted: fc
      .integer({ min: 0, max: 300 })
      .map((day) => new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString().slice(0, 10)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(posting, { minLength: 2, maxLength: 14 }), async (rows) => {
      const groupings = [];
      for (const ordered of [rows, rows.toReversed()]) {
        const { platform, commandLine } = await testPlatform(t);
        const half = Math.ceil(ordered.length / 2);
        await importFile(platform, commandLine, file(ordered.slice(0, half)));
        await importFile(platform, commandLine, file(ordered.slice(half)));
        const postings = await platform.db
          .selectFrom('advertisement')
          .select(['employer_key as employerKey', 'title_key as titleKey'])
          .select(['region_id as regionId', 'posted_on as postedOn', 'vacancy_id', 'source_key'])
          .execute();
        const members = (group: typeof postings) => group.map((one) => one.source_key).sort();
        const stored = [...Map.groupBy(postings, (one) => one.vacancy_id).values()].map(members);
        assert.deepEqual(stored.sort(), groupIntoVacancies(postings).map(members).sort());
        const dates = await platform.db
          .selectFrom('vacancy')
          .select(['employer_key', 'title_key', 'first_posted_on', 'last_posted_on'])
          .orderBy('employer_key')
          .orderBy('title_key')
          .orderBy('first_posted_on')
          .execute();
        groupings.push({ stored, dates });
      }
      assert.deepEqual(groupings[1], groupings[0]);
    }),
    { numRuns: 4 },
  );
});
