import { test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { packFiles } from '#src/command-line/pack-files.ts';
import { rejectedCsv } from '#src/imports/rejected-csv.ts';
import { findRun } from '#src/imports/queries.ts';
import { testPlatform } from '#src/testing/app.ts';
import { confirmAndApply, runImportOf, type PreviewedRun } from '#src/testing/import-rows.ts';
import { sharedData } from '#src/testing/shared-data.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import type { AnyRow, ItemRow, RoleRow } from '../importing/framework-row.ts';
import { readAbout, readItems, readRoles } from '../read-version.ts';
import { findFramework, listVersions } from '../version-queries.ts';
import { bundleOf, csv, exampleFiles, isced, skill, skillCells, SKILLS, uuid } from './example.ts';
import { escoImporter } from './importer.ts';

const NAME = 'ESCO dataset - v1.2.0 - classification - en - csv.zip';
type Platform = Awaited<ReturnType<typeof testPlatform>>;

const importing = (
  { platform, administrator }: Platform,
  files: Record<string, string>,
  name = NAME,
  version?: string,
) => runImportOf(platform, administrator, bundleOf(files), name, escoImporter, version);

async function imported(t: TestContext, files = exampleFiles()) {
  const here = await testPlatform(t);
  const run = await importing(here, files);
  await confirmAndApply(here.platform, here.administrator, run.id, escoImporter);
  const { db } = here.platform;
  const framework = (await findFramework(db, { code: 'esco', uuid: uuid(0) }))!;
  const [version] = await listVersions(db, framework.id);
  const page = { after: 0, limit: 1_000 };
  const items = await readItems(db, version!.id, page);
  const roles = await readRoles(db, version!.id, page);
  return { here, run, about: await readAbout(db, version!.id), items, roles, framework };
}

const problems = ({ rows }: PreviewedRun) =>
  rows.flatMap((row) =>
    row.problems.map(({ code, severity, detail }) => [
      severity,
      code,
      ...(detail.line === undefined ? [] : [detail.line]),
    ]),
  );

test('The official files of ESCO come in whole: groups, skills in two languages, occupations and what they ask for', async (t) => {
  const { run, about, items, roles, framework } = await imported(t);
  assert.deepEqual(problems(run), []);
  assert.deepEqual([about.version, about.licence, framework.inUse], ['1.2.0', 'CC-BY-4.0', false]);
  assert.match(
    about.texts.find(({ field, language }) => field === 'note' && language === 'en')!.value,
    /^This service uses the ESCO classification of the European Commission\./,
  );
  assert.deepEqual(about.extra, {
    schemes: [{ uri: 'http://data.europa.eu/esco/concept-scheme/digital', title: 'Digital' }],
  });
  const item = (uri: string) => items.find((one) => one.uri === uri)!;
  assert.deepEqual(
    [item(skill(91)).kind, item(skill(91)).code, item(skill(91)).parent],
    ['area', 'S3', `skill/${uuid(90)}`],
  );
  const bees = item(skill(1));
  assert.deepEqual([bees.uuid, bees.kind, bees.sourceKind], [uuid(1), 'skill', 'skill/competence']);
  assert.deepEqual(
    bees.texts
      .filter(({ field }) => field === 'label')
      .map(({ language, value }) => [language, value]),
    [
      ['en', 'tend bees'],
      ['fr', 's’occuper d’abeilles'],
    ],
  );
  assert.deepEqual(
    bees.aliases.map(({ form }) => form),
    ['keep bees', 'look after bees', 'élever des abeilles'],
  );
  assert.deepEqual(bees.extra, { reuseLevel: 'cross-sector', 'hiddenLabels-en': ['tend beees'] });
  const biology = item(skill(2));
  assert.deepEqual([biology.kind, biology.parent], ['knowledge', 'isced-f/0811']);
  assert.deepEqual(biology.relations, [{ relation: 'essential-for', to: `skill/${uuid(1)}` }]);
  assert.equal(item(isced('0811')).code, '0811');
  // a broader skill is the parent, the group beside it a further one
  const smoke = item(skill(3));
  assert.equal(smoke.parent, `skill/${uuid(1)}`);
  assert.deepEqual(smoke.relations, [{ relation: 'child-of', to: `skill/${uuid(91)}` }]);
  const honey = item(skill(4));
  assert.deepEqual(honey.extra.collections, ['digital']);
  assert.deepEqual(
    honey.aliases.map(({ form }) => form),
    ['deal in honey', 'trade honey'],
  );

  const role = (code: string) => roles.find((one) => one.code === code)!;
  assert.deepEqual([role('61').kind, role('61').parent], ['group', 'isco/C6']);
  const keeper = role('61.1');
  assert.equal(keeper.texts.find(({ field }) => field === 'label')!.value, 'beekeeper');
  assert.deepEqual(
    keeper.titles.map(({ title }) => title),
    ['apiarist', 'bee farmer'],
  );
  assert.deepEqual(keeper.requirements, [
    { item: `skill/${uuid(1)}`, necessity: 'essential' },
    { item: `skill/${uuid(4)}`, necessity: 'desirable' },
  ]);
  const breeder = role('61.1.1');
  assert.equal(breeder.parent, keeper.sourceId);
  assert.deepEqual(breeder.requirements, [
    { item: `skill/${uuid(2)}`, necessity: 'essential', extra: { alsoOptional: true } },
  ]);
  // no file of relations speaks of the trader: the code of the group does
  assert.equal(role('61.2').parent, 'isco/C61');
});

test('The same ESCO again changes nothing; a newer one shows exactly what changed', async (t) => {
  const { here } = await imported(t);
  const files = exampleFiles();
  const again = await importing(here, files);
  assert.deepEqual(
    [again.counts.new, again.counts.changed, again.counts.removed, again.counts.same],
    [0, 0, 0, 13],
  );
  files['skills_en.csv'] = files['skills_en.csv']!.replace('smoke a hive', 'smoke hives').replace(
    csv(skillCells(4, 'sell honey')),
    csv(skillCells(5, 'harvest honey')),
  );
  delete files['digitalSkillsCollection_en.csv'];
  const newer = await importing(here, files, 'esco_1_2_1.zip');
  const changes = newer.rows.flatMap(({ key, change }) =>
    change === 'same' ? [] : [`${change} ${key}`],
  );
  assert.deepEqual(changes, [
    'changed framework',
    `changed item skill/${uuid(3)}`,
    `new item skill/${uuid(5)}`,
    `removed item skill/${uuid(4)}`,
  ]);
});

test('Compact copies as JSON lines say the same as the official files where they speak', async (t) => {
  const here = await testPlatform(t);
  const official = await importing(here, exampleFiles());
  const files = exampleFiles();
  const compact = {
    ...Object.fromEntries(
      Object.entries(files).filter(([name]) =>
        /^(skillGroups|skillsH|ISCO|occupations_|broaderRelationsOcc)/.test(name),
      ),
    ),
    'skills_en.jsonl': [
      {
        id: uuid(1),
        label: 'tend bees',
        description: 'What “tend bees” means.',
        alt: ['keep bees'],
        type: null,
        reuse: null,
        collections: ['green'],
        broader: [uuid(91)],
      },
      {
        id: uuid(2),
        label: 'bee biology',
        alt: [],
        type: null,
        reuse: null,
        collections: [],
        broader: [isced('0811')],
      },
    ]
      .map((one) => JSON.stringify(one))
      .join('\n'),
    'occupation_skills.jsonl': `${JSON.stringify({ id: uuid(1), label: 'beekeeper', isco: '61', essential: [uuid(1)], optional: [] })}\nbroken`,
  };
  const run = await importing(here, compact);
  const row = (from: PreviewedRun, key: string) =>
    from.rows.find((one) => one.key === key)!.payload as ItemRow;
  const [one, other] = [official, run].map((from) => row(from, `item skill/${uuid(1)}`));
  for (const field of ['uuid', 'uri', 'code', 'kind', 'parent', 'sequence'] as const) {
    assert.equal(one![field], other![field], field);
  }
  assert.deepEqual(other!.extra, { collections: ['green'] });
  const keeper = run.rows.find(
    ({ payload }) => (payload as AnyRow & { code: string }).code === '61.1',
  )!;
  assert.equal((keeper.payload as RoleRow).requirements.length, 1);
  assert.deepEqual(
    problems(run).filter(([severity]) => severity === 'error'),
    [['error', 'framework-row-no-object', 2]],
  );
  assert.equal(run.rows[0]!.problems[0]!.code, 'framework-files-missing');
});

test('Every broken row is named by file and line, and the others come in', async (t) => {
  const here = await testPlatform(t);
  const files = exampleFiles();
  const long = 'b'.repeat(10_000);
  files['skills_en.csv'] += [
    csv(skillCells(1, 'tend bees once more')), // line 8: "tend bees" has two lines
    'KnowledgeSkillCompetence,only,three\r\n',
    `"open,${'x,'.repeat(12)}\r\n`,
    csv(skillCells(20, long)),
    csv(skillCells(21, "=cmd|' /C calc'!A0")),
    csv(skillCells(22, '<script>alert(1)</script>', { description: 'Plain.' })),
    csv(skillCells(23, 'no address', { conceptUri: '' })),
  ].join('');
  files['surprise.csv'] = 'a\n1\n';
  const run = await importing(here, files);
  assert.deepEqual(
    problems(run)
      .filter(([severity]) => severity === 'error')
      .map(([, ...rest]) => rest),
    [
      ['framework-text-long'],
      ['framework-row-twice', 7],
      ['framework-row-cells', 8],
      ['framework-row-quotes', 9],
      ['framework-value-missing'],
    ],
  );
  assert.equal(run.counts.rejected, 5);
  assert.deepEqual(
    run.rows[0]!.problems.map(({ code, detail }) => [code, detail.files]),
    [['framework-files-unread', 'surprise.csv']],
  );
  const label = (last: number) => {
    const row = run.rows.find(({ key }) => key === `item skill/${uuid(last)}`)!;
    return {
      row,
      value: (row.payload as ItemRow).texts.find(({ field }) => field === 'label')!.value,
    };
  };
  // a formula is a text like any other, kept as it stands; markup as well, with a word about it
  assert.equal(label(21).value, "=cmd|' /C calc'!A0");
  assert.equal(label(22).value, '<script>alert(1)</script>');
  assert.deepEqual(
    label(22).row.problems.map(({ code }) => code),
    ['framework-markup'],
  );
});

test('What was rejected leaves as a table in which no cell is a formula', async (t) => {
  const here = await testPlatform(t);
  const files = exampleFiles();
  files['skills_en.csv'] += '=HYPERLINK("x"),too,few\r\n=1+1,too,few\r\n';
  const run = await importing(here, files);
  const row = (await findRun(here.platform.db, run.id))!;
  const table = (await Array.fromAsync(rejectedCsv(here.platform.db, escoImporter, row))).join('');
  assert.match(table, /too|1\+1/);
  assert.doesNotMatch(table, /(^|,|")=/m);
});

test('A bundle without skills, or without a version in any of its names, is refused in words', async (t) => {
  const here = await testPlatform(t);
  const { 'skills_en.csv': _en, 'skills_fr.csv': _fr, ...rest } = exampleFiles();
  await assert.rejects(importing(here, rest), isProblem('file-not-in-format'));
  await assert.rejects(
    importing(here, exampleFiles(), 'classification.zip'),
    isProblem('framework-version-unknown'),
  );
  const stated = await importing(here, exampleFiles(), 'classification.zip', '1.2.0');
  assert.equal(stated.run.statedVersion, '1.2.0');
  assert.ok(stated.counts.new > 0);
  await assert.rejects(
    importing(here, { ...exampleFiles(), 'skills_en.csv': 'conceptUri\nx\n' }),
    isProblem('table-columns-missing'),
  );
  const single = Buffer.from(csv(SKILLS, skillCells(1, 'tend bees')));
  const alone = await runImportOf(
    here.platform,
    here.administrator,
    single,
    'v1.2.0/skills_en.csv',
    escoImporter,
  );
  assert.equal(alone.counts.new, 2);
});

test(
  'The files of ESCO 1.2.0 bring 13,939 skills, 3,039 occupations and 129,004 requirements',
  { timeout: 300_000 },
  async (t) => {
    const data = sharedData();
    if (!data) return t.skip('the shared data folder is absent');
    const { bytes } = await packFiles([join(data, 'esco_1_2_0')]);
    const counts = {
      skills: 0,
      groups: 0,
      occupations: 0,
      isco: 0,
      requirements: 0,
      both: 0,
      errors: 0,
    };
    const content = (async function* () {
      yield bytes!;
    })();
    const context = { run: { fileName: 'esco_1_2_0.zip' } } as Parameters<
      typeof escoImporter.parse
    >[1];
    for await (const { payload, problems } of escoImporter.parse(content, context)) {
      const row = payload as AnyRow;
      if (row.type === 'item') counts[row.kind === 'area' ? 'groups' : 'skills'] += 1;
      if (row.type === 'role') {
        counts[row.kind === 'group' ? 'isco' : 'occupations'] += 1;
        counts.requirements += row.requirements.length;
        counts.both += row.requirements.filter(({ extra }) => extra?.alsoOptional).length;
      }
      counts.errors += problems.filter(({ severity }) => severity === 'error').length;
    }
    // 17 pairs are essential and optional at once in ESCO: one requirement each here
    assert.deepEqual(counts, {
      ...{ skills: 13_939, groups: 640, occupations: 3_039, isco: 619 },
      ...{ requirements: 129_004 - 17, both: 17, errors: 0 },
    });
  },
);
