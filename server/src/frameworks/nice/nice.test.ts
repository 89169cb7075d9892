import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Problem } from '#src/errors.ts';
import { readJson } from '#src/files/read-json.ts';
import { testPlatform } from '#src/testing/app.ts';
import { confirmAndApply, runImportOf } from '#src/testing/import-rows.ts';
import { sharedData } from '#src/testing/shared-data.ts';
import type { ReadRow } from '../importing/framework-importer.ts';
import type { FrameworkRow, ItemRow, RoleRow } from '../importing/framework-row.ts';
import { readItems, readRoles } from '../read-version.ts';
import { findFramework, listVersions } from '../version-queries.ts';
import { niceImporter } from './importer.ts';
import { readCprt, type Relationship } from './read-cprt.ts';
import { NICE_UUID, niceRows } from './to-rows.ts';

const DOC = 'SP_800_181_rev_1';
const element = (element_type: string, element_identifier: string, title: string, text = '') => ({
  ...{ element_type, element_identifier, title, text, doc_identifier: DOC },
});
const link = (from: string, to: string, kind = 'projection') => ({
  ...{ source_element_identifier: from, source_doc_identifier: DOC },
  ...{ dest_element_identifier: to, dest_doc_identifier: DOC },
  ...{ relationship_identifier: kind, provenance_doc_identifier: DOC },
});

const small = () => ({
  documents: [
    {
      doc_identifier: DOC,
      name: 'Workforce framework',
      version: '9.1',
      website: 'https://nist.example/f',
    },
  ],
  relationship_types: [{ relationship_identifier: 'projection', description: 'Between two.' }],
  elements: [
    element('sort', 'S-DD-WRL-002', '00002.00002'),
    element('category', 'DD', 'DESIGN', 'Designs systems.'),
    element('work_role', 'DD-WRL-002', 'Architect', 'Responsible for structures. '),
    element('opm_code', '651', ''),
    element('task', 'T1', '', 'Draw plans'),
    element('knowledge', 'K1', '', 'Knowledge of plans'),
    element('skill', 'S1', '', 'Skill in drawing'),
    element('skill', 'S0', '', 'Withdrawn'),
    element('withdraw_reason', 'WR-S0', '', 'Incorporated into S1.'),
    element('competency_area', 'NF-COM-001', 'Plans', 'This area is about plans.'),
    element('party', 'first', '1st', 'An element of a type that nobody knows.'),
  ],
  relationships: [
    link('DD', 'DD-WRL-002'),
    link('DD-WRL-002', 'T1'),
    link('DD-WRL-002', 'K1'),
    link('DD-WRL-002', '651'),
    link('DD-WRL-002', 'T999'),
    link('NF-COM-001', 'K1'),
    link('S0', 'WR-S0'),
    link('WR-S0', 'S1', 'incorporated_into'),
    link('T1', 'S1', 'supports'),
    link('first', 'T1'),
  ],
});

const file = (value: unknown) => Buffer.from(JSON.stringify(value));
const rowsOf = (value: unknown): ReadRow[] => [...niceRows(readCprt(value))];
const read = async (bytes: Buffer) =>
  readJson(
    (async function* () {
      yield bytes;
    })(),
  );

test('Work roles stand in their categories and require tasks, knowledge and skills; areas gather them; what was withdrawn names its successor', () => {
  const rows = rowsOf(small()).map(({ row }) => row);
  const about = rows[0] as FrameworkRow;
  assert.deepEqual(
    [about.code, about.uuid, about.version, about.licence, about.uri],
    ['nice', NICE_UUID, '9.1', 'NIST-PD', 'https://nist.example/f'],
  );
  const role = rows.find((row) => 'sourceId' in row && row.sourceId === 'DD-WRL-002') as RoleRow;
  assert.equal(role.kind, 'work-role');
  assert.equal(role.parent, 'DD');
  assert.equal(role.sequence, 2);
  assert.deepEqual(role.requirements, [
    { item: 'T1', necessity: 'essential' },
    { item: 'K1', necessity: 'essential' },
  ]);
  assert.deepEqual(role.texts, [
    { field: 'label', language: 'en', value: 'Architect' },
    { field: 'definition', language: 'en', value: 'Responsible for structures.' },
  ]);
  assert.deepEqual(role.extra, {
    sort: '00002.00002',
    opm_codes: ['651'],
    relationships: [link('DD-WRL-002', 'T999')],
  });
  const item = (id: string) =>
    rows.find((row) => row.type === 'item' && row.sourceId === id) as ItemRow;
  assert.deepEqual(item('K1').relations, [{ relation: 'part-of', to: 'NF-COM-001' }]);
  assert.deepEqual(item('T1').relations, [{ relation: 'ext:supports', to: 'S1' }]);
  assert.deepEqual(item('S0').relations, [
    { relation: 'replaced-by', to: 'S1', extra: { relationship: 'incorporated_into' } },
  ]);
  assert.deepEqual(item('S0').extra, { withdrawn: ['Incorporated into S1.'] });
  assert.equal(item('NF-COM-001').kind, 'area');
});

test('What has no place in the model is kept word for word, and a finding counts it', () => {
  const [about, ...rows] = rowsOf(small());
  assert.deepEqual(
    about!.problems!.map(({ code, detail }) => [code, detail.count]),
    [['framework-kept-aside', 2]],
  );
  const { elements, relationships } = (about!.row as FrameworkRow).extra;
  assert.deepEqual(elements, [
    element('party', 'first', '1st', 'An element of a type that nobody knows.'),
  ]);
  assert.deepEqual(relationships, [link('first', 'T1')]);
  const found = rows.flatMap(({ problems = [] }) => problems);
  assert.deepEqual(
    found.map(({ code, detail }) => [code, detail.count, detail.value]),
    [['framework-kept-aside', 1, 'DD-WRL-002 → T999 (projection)']],
  );
});

test('Every relationship of a document, however odd, is found again in exactly one place', () => {
  const types = [
    'category',
    'work_role',
    'task',
    'knowledge',
    'competency_area',
    'opm_code',
    'withdraw_reason',
    'sort',
    'other',
  ];
  const ids = types.flatMap((type) => [`${type}-1`, `${type}-2`]);
  const links = fc.array(
    fc.tuple(
      fc.constantFrom(...ids, 'gone'),
      fc.constantFrom(...ids, 'gone'),
      fc.constantFrom('projection', 'incorporated_into', 'related'),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(links, (drawn) => {
      const relationships = drawn.map((one) => link(...one));
      const elements = ids.map((id) => element(id.slice(0, -2), id, '', `Text of ${id}`));
      const rows = rowsOf({ ...small(), elements, relationships });
      assert.equal(countPlaced(rows), relationships.length);
    }),
    { numRuns: 1000 },
  );
});

test('A document wrapped as the interface of the reference tool sends it gives the same rows', () => {
  const wrapped = { response: { requestType: 1, elements: small() } };
  assert.deepEqual(rowsOf(wrapped), rowsOf(small()));
});

test('A file that is cut short, nested without end or of another kind is refused with a reason; characters that cannot be stored are marked', async () => {
  const refused = (code: string) => (fault: unknown) =>
    fault instanceof Problem && fault.code === code;
  await assert.rejects(read(file(small()).subarray(0, 900)), refused('json-not-readable'));
  await assert.rejects(read(Buffer.from('['.repeat(100_000))), refused('json-not-readable'));
  await assert.rejects(read(Buffer.from('  ')), refused('file-empty'));
  for (const other of [null, [], 'x', {}, { documents: [], elements: [] }, { documents: {} }]) {
    assert.throws(() => readCprt(other), refused('file-not-in-format'));
  }
  assert.deepEqual(await read(Buffer.from('\ufeff{"a":"x\\u0000\\ud800y"}')), {
    a: 'x\ufffd\ufffdy',
  });
});

test('Elements that are none are named and kept; a script in a text stays a text', async (t) => {
  const { platform, administrator } = await testPlatform(t);
  const odd = small();
  odd.elements.push(
    { element_type: 'task', element_identifier: 7, title: '', text: 'No identifier' } as never,
    null as never,
    element('task', 'T2', '', '<script>alert(1)</script>'),
    element('task', 'T2', '', 'A second one of the same name'),
    element('task', 'T3', '', 'x'.repeat(10_000)),
    element('task', 'T4', '', 'a\u0000b'),
  );
  const { rows } = await runImportOf(platform, administrator, file(odd), 'nice.json', niceImporter);
  const codes = new Map(rows.map(({ key, problems }) => [key, problems.map(({ code }) => code)]));
  assert.deepEqual(codes.get('framework'), ['framework-kept-aside']);
  assert.deepEqual(codes.get('item T3'), ['framework-text-long']);
  assert.deepEqual(codes.get('item T4'), ['framework-mojibake']);
  const twice = rows.filter(({ key }) => key === 'item T2');
  assert.deepEqual(
    twice.map(({ problems }) => problems.map(({ code }) => code)),
    [['framework-markup'], ['framework-identifier-twice']],
  );
});

/** Relationships by where they went: parents, requirements, relations, codes, reasons, kept aside. */
function countPlaced(rows: readonly ReadRow[]): number {
  let placed = 0;
  for (const { row } of rows) {
    if (!('extra' in row)) continue;
    const said = row.extra as Record<'relationships' | 'opm_codes' | 'withdrawn', Relationship[]>;
    placed += said.relationships?.length ?? 0;
    placed += (said.opm_codes?.length ?? 0) + (said.withdrawn?.length ?? 0);
    if (row.type === 'item') placed += row.relations.length;
    if (row.type === 'role') placed += row.requirements.length + (row.parent === null ? 0 : 1);
  }
  return placed;
}

const folder = sharedData() && join(sharedData()!, 'nice_v2');
const path = folder && join(folder, 'cprt_nice_v2.0.0_raw.json.gz');

test(
  'The NICE Framework 2.0.0 comes in whole: 942 tasks, 631 pieces of knowledge, 538 skills, 41 work roles, 11 areas, 5 categories, 5,544 relationships',
  { skip: path && existsSync(path) ? false : 'the file of NICE 2.0.0 is not here' },
  async (t) => {
    const { platform, administrator } = await testPlatform(t);
    const packed = readFileSync(path!);
    const rows = rowsOf(JSON.parse(gunzipSync(packed).toString('utf8')));
    const counts = Object.groupBy(rows, ({ row }) =>
      'sourceKind' in row ? row.sourceKind! : row.type,
    );
    assert.deepEqual(
      Object.fromEntries(Object.entries(counts).map(([kind, all]) => [kind, all!.length])),
      {
        framework: 1,
        task: 942,
        knowledge: 631,
        skill: 538,
        work_role: 41,
        competency_area: 11,
        category: 5,
      },
    );
    assert.equal(countPlaced(rows), 5544);
    const run = await runImportOf(platform, administrator, packed, 'nice.json.gz', niceImporter);
    assert.equal(run.counts.new, 2169);
    assert.equal(run.counts.rejected, 0);
    await confirmAndApply(platform, administrator, run.id, niceImporter);
    const framework = (await findFramework(platform.db, { uuid: NICE_UUID, code: 'nice' }))!;
    const [version] = await listVersions(platform.db, framework.id);
    assert.equal(version!.version, '2.0.0');
    const items = await readItems(platform.db, version!.id, { after: 0, limit: 5000 });
    assert.equal(
      items.reduce((sum, { relations }) => sum + relations.length, 0),
      123,
    );
    const roles = await readRoles(platform.db, version!.id, { after: 0, limit: 5000 });
    assert.equal(
      roles.reduce((sum, { requirements }) => sum + requirements.length, 0),
      5336,
    );
    const again = await runImportOf(platform, administrator, packed, 'again.json.gz', niceImporter);
    assert.equal(again.counts.same, 2169);
  },
);
