import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { checkReference } from './check-reference.ts';
import { readOfficialLists } from './official-lists.ts';
import { filesWith } from './testing-files.ts';

const HEAD = 'code\trelation\ttarget\tconfidence\tsource\tnote\n';

/** Files of the shape in which their owners publish them, with content of our own. */
async function officialFolder(t: { after(step: () => unknown): void }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-official-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'esco'));
  const skill = 'http://data.europa.eu/esco/skill/';
  await writeFile(
    join(folder, 'esco', 'digitalSkillsCollection_en.csv.gz'),
    gzipSync(
      `conceptType,conceptUri,preferredLabel\nX,${skill}AAA,"span, wide"\nX,${skill}bbb,span two\nX,${skill}ccc,span three\n`,
    ),
  );
  await writeFile(
    join(folder, 'cprt_sample.json'),
    JSON.stringify({
      elements: [
        { element_type: 'competency_area', element_identifier: 'CA-1', title: 'Guarding spans' },
        { element_type: 'task', element_identifier: 'T1', title: '' },
      ],
    }),
  );
  await writeFile(
    join(folder, 'digcomp_sample.jsonld'),
    JSON.stringify({
      '@graph': [
        { '@type': 'Competence', '@id': 'Competence/1.1', name: 'Finding bridges' },
        { '@type': 'CompetenceArea', '@id': 'CompetenceArea/1', name: 'Bridges' },
      ],
    }),
  );
  await writeFile(
    join(folder, 'Technology Skills.txt'),
    'O*NET-SOC Code\tTitle\tExample\n1\tA\tSpanCalc\n2\tB\tSpanCalc\n3\tC\tHive Book\n',
  );
  return folder;
}

test('what the crosswalks reach is counted against the official lists; related alone does not count', async (t) => {
  const lists = await readOfficialLists(await officialFolder(t));
  const row = (code: string, relation: string, target: string) =>
    `${code}\t${relation}\t${target}\t0.9\teditor\t\n`;
  const { reached } = checkReference(
    [
      ...filesWith(['tools/bridges.yaml', '    of: [', '    onet: spancalc\n    of: [']),
      {
        name: 'crosswalks/esco.tsv',
        text: `${HEAD}${row('BR.DESIGN', 'exact', 'http://data.europa.eu/esco/skill/aaa')}${row('BR.DESIGN', 'broader', 'bbb')}${row('BR.DESIGN', 'related', 'ccc')}`,
      },
      {
        name: 'crosswalks/digcomp.tsv',
        text: HEAD + row('BR.DESIGN', 'narrower', '1.1'),
      },
    ],
    lists,
  );
  assert.deepEqual(reached, [
    { list: 'esco-digital', total: 3, reached: 2, exact: 1, missing: ['span three'] },
    { list: 'nice-areas', total: 1, reached: 0, exact: 0, missing: ['Guarding spans'] },
    { list: 'digcomp-competences', total: 1, reached: 1, exact: 0, missing: [] },
    { list: 'onet-tools', total: 2, reached: 1, exact: 1, missing: ['Hive Book'] },
  ]);
});

test('a name that O*NET does not list is told', async (t) => {
  const lists = await readOfficialLists(await officialFolder(t));
  const { findings } = checkReference(
    filesWith(['tools/bridges.yaml', '    of: [', '    onet: Span Calculator\n    of: [']),
    lists,
  );
  assert.ok(findings.some(({ code, line }) => code === 'onet-unknown' && line === 7));
});

test('without official files nothing is said of what is reached', () => {
  assert.deepEqual(checkReference(filesWith()).reached, []);
});
