import { test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { packFiles } from '#src/command-line/pack-files.ts';
import { testPlatform } from '#src/testing/app.ts';
import { confirmAndApply, runImportOf } from '#src/testing/import-rows.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { sharedData } from '#src/testing/shared-data.ts';
import type { AnyRow } from '../importing/framework-row.ts';
import { readAbout, readItems, readRoles } from '../read-version.ts';
import { findFramework, listVersions } from '../version-queries.ts';
import { onetImporter } from './importer.ts';

const table = (...rows: readonly (readonly string[])[]) =>
  rows.map((row) => `${row.join('\t')}\r\n`).join('');

const RATING = [
  ...['O*NET-SOC Code', 'Element ID', 'Element Name', 'Scale ID', 'Data Value'],
  ...['Recommend Suppress', 'Not Relevant'],
];

/** A small O*NET in the official layout: one occupation with a breakout, two elements, two tools, three tasks. */
const example = (): Record<string, string> => ({
  'Occupation Data.txt': table(
    ['O*NET-SOC Code', 'Title', 'Description'],
    ['45-1000.00', 'Beekeepers', 'Keep bees.'],
    ['45-1000.01', 'Queen Breeders', 'Breed queens.'],
  ),
  'Alternate Titles.txt': table(
    ['O*NET-SOC Code', 'Alternate Title', 'Short Title', 'Source(s)'],
    ['45-1000.00', 'Apiarist', 'n/a', '01'],
    ['45-1000.00', 'Bee Farm Manager', 'BFM', '01'],
  ),
  'Sample of Reported Titles.txt': table(
    ['O*NET-SOC Code', 'Reported Job Title', 'Shown in My Next Move'],
    ['45-1000.00', 'Apiarist', 'Y'],
    ['45-1000.00', 'Hive Inspector', 'N'],
  ),
  'Job Zones.txt': table(['O*NET-SOC Code', 'Job Zone'], ['45-1000.00', '3']),
  'Content Model Reference.txt': table(
    ['Element ID', 'Element Name', 'Description'],
    ['2', 'Worker Requirements', 'Worker Requirements'],
    ['2.A', 'Basic Skills', 'Capacities.'],
    ['2.A.1', 'Content', 'Structures.'],
    ['2.A.1.a', 'Patience', 'Waiting without haste.'],
  ),
  'Skills.txt': table(
    RATING,
    ['45-1000.00', '2.A.1.a', 'Patience', 'IM', '4.12', 'N', ''],
    ['45-1000.00', '2.A.1.a', 'Patience', 'LV', '4.62', 'N', 'N'],
    ['45-1000.01', '2.A.1.a', 'Patience', 'IM', '1.50', 'N', ''],
    ['45-1000.01', '2.A.1.a', 'Patience', 'LV', '0.25', 'Y', 'Y'],
  ),
  'Knowledge.txt': table(RATING, ['45-1000.00', '2.C.9.z', 'Bees', 'LV', '6.5', 'N', 'N']),
  'Work Styles.txt': table(RATING, ['45-1000.00', '1.C.1.a', 'Calm', 'IM', '3', 'N', '']),
  'Technology Skills.txt': table(
    [
      'O*NET-SOC Code',
      'Example',
      'Commodity Code',
      'Commodity Title',
      'Hot Technology',
      'In Demand',
    ],
    ['45-1000.00', 'HiveBook', '43230001', 'Bee software', 'Y', 'Y'],
    ['45-1000.01', 'Hivebook', '43230002', 'Farm software', 'N', 'N'],
    ['45-1000.00', 'C++', '43230002', 'Farm software', 'N', 'N'],
  ),
  'UNSPSC Reference.txt': table(
    [
      ...['Commodity Code', 'Commodity Title', 'Class Code', 'Class Title'],
      ...['Family Code', 'Family Title', 'Segment Code', 'Segment Title'],
    ],
    ['43230001', 'Bee software', '43230000', 'Software', '43200000', 'IT parts', '43000000', 'IT'],
    ['99999901', 'Nothing here', '99999900', 'Other', '99990000', 'Other', '99000000', 'Other'],
  ),
  'Task Statements.txt': table(
    ['O*NET-SOC Code', 'Task ID', 'Task', 'Task Type'],
    ['45-1000.00', '2', 'Open hives.', 'Core'],
    ['45-1000.00', '7', 'Mark "queens" with paint.', 'Supplemental'],
    ['45-1000.01', '9', 'Post queens.', ''],
  ),
  'Tasks to DWAs.txt': table(
    ['O*NET-SOC Code', 'Task ID', 'DWA ID'],
    ['45-1000.00', '2', '4.A.3.I01.D02'],
    ['45-1000.00', '2', '4.A.3.I01.D01'],
  ),
  'IWA Reference.txt': table(
    ['Element ID', 'IWA ID', 'IWA Title'],
    ['4.A.3', '4.A.3.I01', 'Handle animals.'],
  ),
  'DWA Reference.txt': table(
    ['Element ID', 'IWA ID', 'DWA ID', 'DWA Title'],
    ['4.A.3', '4.A.3.I01', '4.A.3.I01.D01', 'Care for insects.'],
    ['4.A.3', '4.A.3.I01', '4.A.3.I01.D02', 'Inspect animal housing.'],
  ),
  'Emerging Tasks.txt': table(
    ['O*NET-SOC Code', 'Task', 'Category', 'Original Task ID'],
    ['45-1000.00', 'Open hives with care.', 'Revision', '2'],
    ['45-1000.00', 'Watch hives by camera.', 'New', ''],
  ),
});

function bundleOf(
  files: Record<string, string>,
  rename = (name: string) => `db_29_2_text/${name}`,
) {
  const bytes = Object.entries(files).map(([name, text]) => {
    const path = rename(name);
    const content = path.endsWith('.gz') ? new Uint8Array(gzipSync(text)) : strToU8(text);
    return [path, content] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(bytes)));
}

type Here = Awaited<ReturnType<typeof testPlatform>>;
const importing = ({ platform, administrator }: Here, bytes: Buffer, name = 'download.zip') =>
  runImportOf(platform, administrator, bytes, name, onetImporter);

async function imported(t: TestContext) {
  const here = await testPlatform(t);
  const run = await importing(here, bundleOf(example()));
  await confirmAndApply(here.platform, here.administrator, run.id, onetImporter);
  const { db } = here.platform;
  const named = { code: 'onet', uuid: '00000000-0000-4000-8000-000000000000' };
  const [version] = await listVersions(db, (await findFramework(db, named))!.id);
  const page = { after: 0, limit: 1_000 };
  const items = await readItems(db, version!.id, page);
  const roles = await readRoles(db, version!.id, page);
  return { here, run, items, roles, about: await readAbout(db, version!.id) };
}

test('The official files of O*NET come in whole: occupations, ratings, tools, tasks and what they hang under', async (t) => {
  const { run, items, roles, about } = await imported(t);
  assert.deepEqual(
    run.rows.flatMap(({ problems }) => problems),
    [],
  );
  assert.equal(about.version, '29.2');
  assert.match(
    about.texts.find(({ field }) => field === 'note')!.value,
    /O\*NET 29\.2 Database.*USDOL\/ETA/,
  );
  const item = (id: string) => items.find(({ sourceId }) => sourceId === id)!;
  const label = (id: string) => item(id).texts.find(({ field }) => field === 'label')!.value;

  assert.deepEqual([item('2.A.1.a').kind, item('2.A.1.a').parent], ['skill', '2.A.1']);
  assert.deepEqual([item('2.A.1').kind, item('2').parent], ['area', null]);
  assert.deepEqual([item('2.C.9.z').kind, label('2.C.9.z')], ['knowledge', 'Bees']);
  assert.equal(item('1.C.1.a').kind, 'attitude');

  const book = item('tool/hivebook');
  assert.deepEqual(
    [book.kind, label('tool/hivebook'), book.parent],
    ['tool', 'HiveBook', 'unspsc/43230001'],
  );
  assert.deepEqual(book.aliases, [{ form: 'Hivebook', language: 'en' }]);
  assert.deepEqual(book.relations, [{ relation: 'child-of', to: 'unspsc/43230002' }]);
  assert.deepEqual(book.extra, { hotTechnology: true });
  assert.equal(item('unspsc/43230001').parent, 'unspsc/43230000');
  assert.equal(item('unspsc/43000000').parent, null);
  assert.equal(item('unspsc/99999901'), undefined);

  assert.deepEqual(
    [item('task/2').kind, item('task/2').code, item('task/2').sourceKind],
    ['task', 'T2', 'Core'],
  );
  assert.equal(item('task/2').parent, '4.A.3.I01.D02');
  assert.deepEqual(item('task/2').relations, [{ relation: 'child-of', to: '4.A.3.I01.D01' }]);
  assert.equal(label('task/7'), 'Mark "queens" with paint.');
  assert.equal(item('task/7').parent, 'task-statements');
  assert.deepEqual([item('4.A.3.I01').kind, label('4.A.3.I01')], ['area', 'Handle animals.']);
  const emerging = items.filter(({ sourceKind }) => sourceKind?.startsWith('Emerging'));
  assert.deepEqual(
    emerging.map(({ relations, parent }) => [relations, parent]),
    [
      [[{ relation: 'related', to: 'task/2' }], '4.A.3.I01.D02'],
      [[], 'task-statements'],
    ],
  );

  const [keepers, breeders] = [roles[0]!, roles[1]!];
  assert.deepEqual([keepers.parent, breeders.parent], [null, '45-1000.00']);
  assert.deepEqual(
    keepers.titles.map(({ title }) => title),
    ['Apiarist', 'BFM', 'Bee Farm Manager', 'Hive Inspector'],
  );
  assert.deepEqual(keepers.extra, { jobZone: 3 });
  const asks = (role: typeof keepers, id: string) =>
    role.requirements.find((one) => one.item === id)!;
  // (4.12 − 1) / 4, and the level that 4.62 is nearest to; both ratings stay as they were
  assert.deepEqual(asks(keepers, '2.A.1.a'), {
    ...{ item: '2.A.1.a', necessity: 'essential', weight: 0.78 },
    ...{ level: { scale: 'onet-lv', level: 5 }, extra: { importance: 4.12, level: 4.62 } },
  });
  assert.deepEqual(asks(breeders, '2.A.1.a'), {
    ...{ item: '2.A.1.a', necessity: 'desirable', weight: 0.125 },
    extra: { importance: 1.5, level: 0.25, suppressLV: true, notRelevant: true },
  });
  assert.deepEqual(asks(keepers, '2.C.9.z').level, { scale: 'onet-lv', level: 7 });
  assert.equal(asks(keepers, '1.C.1.a').necessity, 'essential');
  assert.deepEqual(asks(keepers, 'tool/hivebook'), {
    ...{ item: 'tool/hivebook', necessity: 'essential', extra: { inDemand: true } },
  });
  assert.equal(asks(keepers, 'tool/c++').necessity, 'desirable');
  assert.deepEqual(
    ['task/2', 'task/7'].map((id) => asks(keepers, id).necessity),
    ['essential', 'desirable'],
  );
});

test('Copies of the files under other names, gzipped, say the same; a second import changes nothing', async (t) => {
  const { here } = await imported(t);
  const copy = (name: string) =>
    `${name.toLowerCase().replace(/ /g, '_').replace('.txt', '.tsv')}.gz`;
  const run = await importing(here, bundleOf(example(), copy), 'onet_29_2.zip');
  assert.deepEqual([run.counts.new, run.counts.changed, run.counts.removed], [0, 0, 0]);
});

test('Whatever is missing is said once; only the occupations have to be there', async (t) => {
  const here = await testPlatform(t);
  const files = example();
  const little = { 'Occupation Data.txt': files['Occupation Data.txt']!, 'Abilities.txt': 'x\n' };
  const run = await importing(here, bundleOf(little));
  assert.deepEqual(
    run.rows[0]!.problems.map(({ code }) => code),
    ['framework-files-missing', 'framework-files-unread'],
  );
  assert.match(
    String(run.rows[0]!.problems[0]!.detail.files),
    /Alternate Titles\.txt.*Skills\.txt/,
  );
  assert.equal(run.rows[0]!.problems[1]!.detail.files, 'Abilities.txt');
  assert.equal(run.counts.rejected, 0);
  const { 'Occupation Data.txt': _, ...none } = files;
  await assert.rejects(importing(here, bundleOf(none)), isProblem('file-not-in-format'));
  const nameless = bundleOf(files, (name) => name);
  await assert.rejects(importing(here, nameless), isProblem('framework-version-unknown'));
});

test('A row with too few cells is rejected by file and line; an occupation that is not there is counted', async (t) => {
  const here = await testPlatform(t);
  const files = example();
  files['Task Statements.txt'] += '45-1000.00\t11\r\n99-9999.00\t12\tFly.\tCore\r\n';
  const run = await importing(here, bundleOf(files));
  assert.deepEqual(
    run.rows
      .filter(({ change }) => change === 'rejected')
      .map(({ problems }) => problems[0]!.detail),
    [{ file: 'Task Statements.txt', line: 5, found: 2, expected: 4 }],
  );
  assert.deepEqual(
    run.rows[0]!.problems.map(({ code, detail }) => [code, detail]),
    [['framework-reference-unknown', { count: 1, value: '99-9999.00' }]],
  );
});

test(
  'The files of O*NET 29.2 bring 1,016 occupations, 8,768 tools and 18,796 tasks',
  { timeout: 300_000 },
  async (t) => {
    const data = sharedData();
    if (!data) return t.skip('the shared data folder is absent');
    const { bytes } = await packFiles([join(data, 'onet_29_2')]);
    const counts = {
      tool: 0,
      task: 0,
      emerging: 0,
      skill: 0,
      knowledge: 0,
      attitude: 0,
      competency: 0,
    };
    const occupations = { all: 0, jobZones: 0, errors: 0 };
    const codes = new Set<string>();
    const content = (async function* () {
      yield bytes!;
    })();
    const context = { run: { fileName: 'onet_29_2.zip' } } as Parameters<
      typeof onetImporter.parse
    >[1];
    for await (const { payload, problems } of onetImporter.parse(content, context)) {
      const row = payload as AnyRow;
      if (row.type === 'item') {
        assert.ok(!codes.has(row.code), row.code);
        codes.add(row.code);
        const kind = row.sourceId.startsWith('emerging/') ? 'emerging' : row.kind;
        if (kind in counts) counts[kind as keyof typeof counts] += 1;
      }
      if (row.type === 'role') {
        occupations.all += 1;
        if (row.extra.jobZone) occupations.jobZones += 1;
      }
      occupations.errors += problems.filter(({ severity }) => severity === 'error').length;
    }
    assert.deepEqual(occupations, { all: 1_016, jobZones: 923, errors: 0 });
    assert.deepEqual(counts, {
      ...{ tool: 8_768, task: 18_796, emerging: 240 },
      ...{ skill: 35, knowledge: 33, attitude: 16, competency: 2_087 },
    });
  },
);
