import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import exceljs from 'exceljs';
import { Problem } from '#src/errors.ts';
import { testPlatform } from '#src/testing/app.ts';
import { confirmAndApply, runImportOf } from '#src/testing/import-rows.ts';
import { sharedData } from '#src/testing/shared-data.ts';
import type { ReadRow } from '../importing/framework-importer.ts';
import type { FrameworkRow, ItemRow, ScaleRow } from '../importing/framework-row.ts';
import { readDefinitions, readItems } from '../read-version.ts';
import { findFramework, listVersions } from '../version-queries.ts';
import { digcompImporter, readSupplement } from './importer.ts';
import { DIGCOMP_UUID, digcompRows } from './to-rows.ts';

const node = (type: string, id: string, rest: object) => ({
  '@type': type,
  '@id': `${type}/${id}`,
  ...rest,
});
const inside = { competence_area_id: 'CompetenceArea/1', competence_id: 'Competence/1.1' };

const graph = () => [
  node('CompetenceArea', '1', { name: 'Bridges', description: 'To build bridges.' }),
  node('Competence', '1.1', {
    name: 'Arches',
    description: 'To build arches.',
    competence_area_id: 'CompetenceArea/1',
  }),
  ...(
    [
      [1, 'Basic', 'A1'],
      [2, 'Basic', 'A2'],
      [3, 'Expert', 'C1'],
      [4, 'Expert', 'C1'],
    ] as const
  ).map(([eight, four, six]) =>
    node('ProficiencyLevel', `${four}_${eight}`, {
      ...{ four_levels_name: four, eight_levels_mapping: eight, six_levels_mapping: six },
      ...{
        four_levels_description: `At ${four} level.`,
        eight_levels_description: `At step ${eight}.`,
      },
      applies_to: 'To cross rivers.',
    }),
  ),
  node('CompetenceStatement', 'CS1.1.01', {
    ...{ description: 'Knows stones.', ai_label: 'AI-Implicit', ...inside },
    four_levels_proficiency_name: 'ProficiencyLevel/Basic',
  }),
  node('LearningOutcome', 'LO1.1.10', {
    ...{ description: 'Lays stones.', type: 'Skill', ai_label: 'AI-Explicit', ...inside },
    four_levels_proficiency_name: 'ProficiencyLevel/Expert',
  }),
  node('LearningOutcome', 'LO1.1.02', {
    ...{ description: 'Values stones.', type: 'Attitude', ai_label: 'AI-Implicit', ...inside },
    four_levels_proficiency_name: 'ProficiencyLevel/Basic',
  }),
  node('Glossary', 'Keystone', { explanation: 'The stone that holds the arch.' }),
];

const jsonLd = (nodes: unknown[]) =>
  Buffer.from(
    JSON.stringify({ '@context': { CompetenceArea: 'CompetenceArea' }, '@graph': nodes }),
  );
const rowsOf = async (content: Buffer): Promise<ReadRow[]> => [
  ...digcompRows(await readSupplement(content), null),
];

async function workbook(
  change: (book: exceljs.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = (name: string, rows: (string | number)[][]) =>
    book.addWorksheet(name).addRows(rows);
  const area = ['Competence area number', 'Competence area name', 'Competence area descriptor'];
  const one = [1, 'Bridges', 'To build bridges. '];
  sheet('ReadMe', [['For reading']]);
  sheet('1', [
    [...area, 'Competence number', 'Competence name', 'Competence descriptor'],
    [...one, 1.1, 'Arches', 'To build arches.'],
  ]);
  sheet('2', [
    [
      'Proficiency level name',
      'Four level proficiency level description',
      'Purpose',
      'Eight level mapping',
      'Six level mapping',
      'Eight level proficiency level description',
    ],
    ...(
      [
        [1, 'Basic', 'A1'],
        [2, 'Basic', 'A2'],
        [3, 'Expert', 'C1'],
        [4, 'Expert', 'C1'],
      ] as const
    ).map(([eight, four, six]) => [
      `${four} `,
      `At ${four} level.`,
      'To cross rivers.',
      eight,
      six,
      `At step ${eight}.`,
    ]),
  ]);
  sheet('3', [
    [
      'Competence number',
      'Competence statement ID',
      'Competence statement',
      'Proficiency level name',
      'AI label',
    ],
    [1.1, 'CS1.1.01', 'Knows stones. ', 'Basic', 'AI-Implicit'],
  ]);
  sheet('4', [
    [
      'Competence number',
      'Learning Outcome ID',
      'Learning Outcome',
      'Proficiency level',
      'Knowledge skill or attitude',
      'AI label',
    ],
    [1.1, 'LO1.1.02', 'Values stones.', 'Basic', 'Attitude', 'AI-Implicit'],
    [1.1, 'LO1.1.10', 'Lays stones.', 'Expert', 'Skill', 'AI-Explicit'],
  ]);
  sheet('5', [
    ['Term', 'Explanation'],
    ['Keystone', 'The stone that holds the arch.'],
  ]);
  change(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

test('The JSON-LD and the workbook of one supplement give the same rows', async () => {
  assert.deepEqual(await rowsOf(await workbook()), await rowsOf(jsonLd(graph())));
});

test('Statements and outcomes stand under their competence at their level; levels make three scales whose mapping is kept', async () => {
  const rows = (await rowsOf(jsonLd(graph()))).map(({ row }) => row);
  const item = (id: string) =>
    rows.find((row) => row.type === 'item' && row.sourceId === id) as ItemRow;
  assert.deepEqual(
    ['1', '1.1', 'CS1.1.01', 'LO1.1.02', 'LO1.1.10'].map((id) => {
      const { kind, parent, sequence, level, extra } = item(id);
      return [id, kind, parent, sequence, level?.level, extra.ai_label];
    }),
    [
      ['1', 'area', null, 1, undefined, undefined],
      ['1.1', 'competency', '1', 1, undefined, undefined],
      ['CS1.1.01', 'competency', '1.1', 1, 1, 'AI-Implicit'],
      ['LO1.1.02', 'attitude', '1.1', 2, 1, 'AI-Implicit'],
      ['LO1.1.10', 'skill', '1.1', 3, 2, 'AI-Explicit'],
    ],
  );
  const scales = rows.filter((row): row is ScaleRow => row.type === 'scale');
  assert.deepEqual(
    scales.map(({ code, levels }) => [code, levels.map(({ level, code }) => code ?? level)]),
    [
      ['digcomp-4', [1, 2]],
      ['digcomp-6', ['A1', 'A2', 'C1']],
      ['digcomp-8', ['1', '2', '3', '4']],
    ],
  );
  const mapping = (rows[0] as FrameworkRow).extra.proficiency_levels as {
    eight: number;
    six: string;
  }[];
  assert.deepEqual(
    mapping.map(({ eight, six }) => `${eight}=${six}`),
    ['1=A1', '2=A2', '3=C1', '4=C1'],
  );
});

test('An unknown type of outcome, an unknown level and what is not known at all are named by row and kept', async () => {
  const nodes = graph();
  Object.assign(nodes[7]!, { type: 'Talent' });
  Object.assign(nodes[8]!, {
    four_levels_proficiency_name: 'ProficiencyLevel/Guru',
    sector: 'rail',
  });
  nodes.push(node('Badge', '1', { name: 'A badge' }), null as never);
  const rows = await rowsOf(jsonLd(nodes));
  const found = rows.flatMap(({ problems = [] }) =>
    problems.map(({ code, detail }) => [code, detail.value ?? detail.count]),
  );
  assert.deepEqual(found, [
    ['framework-kept-aside', '{"@id":"LearningOutcome/LO1.1.02","sector":"rail"}'],
    ['framework-level-unknown', 'Guru'],
    ['framework-kind-unknown', 'Talent'],
  ]);
  assert.deepEqual((rows[0]!.row as FrameworkRow).extra.other, [
    { '@id': 'LearningOutcome/LO1.1.02', sector: 'rail' },
    node('Badge', '1', { name: 'A badge' }),
    null,
  ]);
});

test('A workbook that lacks a sheet, a damaged one, and a file in another encoding are refused with a reason', async () => {
  const refused = (code: string) => (fault: unknown) =>
    fault instanceof Problem && fault.code === code;
  const whole = await workbook();
  await assert.rejects(
    rowsOf(await workbook((book) => book.removeWorksheet('4'))),
    refused('file-not-in-format'),
  );
  await assert.rejects(
    rowsOf(whole.subarray(0, whole.length - 400)),
    refused('workbook-not-readable'),
  );
  await assert.rejects(
    rowsOf(Buffer.from('\ufeff{"@graph": []}', 'utf16le')),
    refused('encoding-utf16'),
  );
  await assert.rejects(rowsOf(Buffer.from('{"@graph": [')), refused('json-not-readable'));
  await assert.rejects(rowsOf(Buffer.from('{"graph": []}')), refused('file-not-in-format'));
});

const folder = sharedData() && join(sharedData()!, 'digcomp3');
const path = (ending: string) => join(folder!, `digcomp3_data_supplement_2025-11-24.${ending}`);
const skip =
  folder && existsSync(path('jsonld')) ? false : 'the data supplement of DigComp 3.0 is not here';

test('The two official files of DigComp 3.0 give the same 1,041 rows', { skip }, async () => {
  const [one, other] = await Promise.all(
    ['jsonld', 'xlsx'].map((ending) => rowsOf(readFileSync(path(ending)))),
  );
  assert.equal(one!.length, 1041);
  assert.deepEqual(one, other);
});

test(
  'DigComp 3.0 comes in whole: 5 areas, 21 competences, 362 statements, 523 outcomes (217 of knowledge, 199 skills, 107 attitudes), 126 terms; the other file changes nothing',
  { skip },
  async (t) => {
    const { platform, administrator } = await testPlatform(t);
    const name = 'digcomp3_data_supplement_2025-11-24';
    const bytes = (ending: string) => readFileSync(path(ending));
    const run = await runImportOf(
      platform,
      administrator,
      bytes('jsonld'),
      `${name}.jsonld`,
      digcompImporter,
    );
    assert.deepEqual([run.counts.new, run.counts.rejected], [1041, 0]);
    await confirmAndApply(platform, administrator, run.id, digcompImporter);
    const framework = (await findFramework(platform.db, { uuid: DIGCOMP_UUID, code: 'digcomp' }))!;
    const [version] = await listVersions(platform.db, framework.id);
    const items = await readItems(platform.db, version!.id, { after: 0, limit: 2000 });
    const count = (key: (item: ItemRow) => string) =>
      Object.fromEntries(
        Object.entries(Object.groupBy(items, key)).map(([kind, all]) => [kind, all!.length]),
      );
    assert.deepEqual(
      count(({ sourceKind }) => sourceKind!),
      {
        ...{ CompetenceArea: 5, Competence: 21, CompetenceStatement: 362, LearningOutcome: 523 },
      },
    );
    assert.deepEqual(
      count(({ kind }) => kind),
      {
        ...{ area: 5, competency: 383, knowledge: 217, skill: 199, attitude: 107 },
      },
    );
    const outcomes = items.filter(({ sourceKind }) => sourceKind === 'LearningOutcome');
    const levels = Object.groupBy(outcomes, ({ level }) => level!.level);
    assert.deepEqual(
      Object.values(levels).map((all) => all!.length),
      [151, 170, 119, 83],
    );
    assert.equal((await readDefinitions(platform.db, version!.id)).length, 126);
    const other = await runImportOf(
      platform,
      administrator,
      bytes('xlsx'),
      `${name}.xlsx`,
      digcompImporter,
    );
    assert.deepEqual([other.counts.same, other.counts.removed], [1041, 0]);
  },
);
