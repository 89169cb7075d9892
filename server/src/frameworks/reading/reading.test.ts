import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { frameworkRow, itemRow, roleRow, rowsImporter } from '#src/testing/framework-rows.ts';
import { confirmAndApply, runImportOf } from '#src/testing/import-rows.ts';
import { browserOf } from '#src/testing/people.ts';
import type { AnyRow } from '../importing/framework-row.ts';
import type {
  FrameworkDetail,
  FrameworkDocument,
  FrameworkEntry,
  ItemDetail,
  RoleDetail,
  VersionTree,
} from './contract.ts';

const scale: AnyRow = {
  ...{ type: 'scale', code: 'craft', kind: 'proficiency' },
  texts: [{ field: 'title', language: 'en', value: 'Craft' }],
  levels: [
    { level: 1, code: 'A', texts: [{ field: 'label', language: 'en', value: 'Apprentice' }] },
    { level: 2, code: 'B', texts: [{ field: 'label', language: 'en', value: 'Builder' }] },
  ],
};
const label = (vi: string, en: string) => [
  { field: 'label' as const, language: 'vi', value: vi },
  { field: 'label' as const, language: 'en', value: en },
];
const bridges: AnyRow[] = [
  frameworkRow(),
  scale,
  itemRow('G', { kind: 'area', texts: label('Kết cấu', 'Structures') }),
  itemRow('ARCH', {
    parent: 'G',
    sequence: 2,
    texts: label('Xây vòm', 'Build arches'),
    aliases: [{ form: 'vaulting', language: 'en' }],
    levels: [{ scale: 'craft', level: 2, texts: [{ language: 'en', value: 'Builds alone' }] }],
    relations: [{ relation: 'related', to: 'PIER' }],
  }),
  itemRow('PIER', { parent: 'G', sequence: 1 }),
  roleRow('R1', {
    texts: label('Thợ cầu', 'Bridge builder'),
    titles: [{ title: 'mason', language: 'en' }],
    requirements: [
      { item: 'ARCH', necessity: 'essential', level: { scale: 'craft', level: 2 }, weight: 0.5 },
      { item: 'PIER', necessity: 'desirable' },
    ],
  }),
];

async function bring(whole: TestApp, rows: AnyRow[], into: 'published' | 'draft' = 'published') {
  const importer = rowsImporter(into);
  const { id } = await runImportOf(
    whole.platform,
    whole.administrator,
    rows,
    'rows.json',
    importer,
  );
  await confirmAndApply(whole.platform, whole.administrator, id, importer);
}

test('frameworks are listed with what they hold and without their trees; those in use come first', async (t) => {
  const whole = await testApp(t);
  await bring(whole, bridges);
  const [first, second] = await whole.get<FrameworkEntry[]>('/api/frameworks');
  assert.deepEqual([first!.inUse, second!.inUse, second!.code], [true, false, 'bridges']);
  assert.deepEqual(second!.counts, { areas: 1, competencies: 2, roles: 1, aliases: 1 });
  assert.deepEqual(second!.title, { en: 'Bridge building', vi: 'Khung dựng cầu' });
  assert.deepEqual(second!.languages, ['en', 'vi']);
  const detail = await whole.get<FrameworkDetail>('/api/frameworks/bridges');
  assert.deepEqual(
    detail.scales.map(({ code, levels }) => [code, levels.map((one) => one.code)]),
    [['craft', ['A', 'B']]],
  );
});

test('a tree travels as columns in reading order, packed, and not twice to the same reader', async (t) => {
  const whole = await testApp(t);
  await bring(whole, bridges);
  const url = '/api/frameworks/bridges/tree?language=vi';
  const tree = await whole.get<VersionTree>(url);
  assert.deepEqual(tree.code, ['G', 'PIER', 'ARCH']);
  assert.deepEqual(tree.parent, [-1, 0, 0]);
  assert.deepEqual(tree.label, ['Kết cấu', 'Skill PIER', 'Xây vòm']);
  assert.deepEqual(
    tree.lang.map((place) => tree.languages[place]),
    ['vi', 'en', 'vi'],
  );
  const packed = await whole.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.deepEqual(JSON.parse(brotliDecompressSync(packed.rawPayload).toString()), tree);
  const again = await whole.inject({
    url,
    headers: { 'if-none-match': String(packed.headers.etag) },
  });
  assert.deepEqual([again.statusCode, again.body], [304, '']);
  const roles = await whole.get<VersionTree>('/api/frameworks/bridges/tree?of=roles&language=en');
  assert.deepEqual([roles.code, roles.label], [['R1'], ['Bridge builder']]);
});

test('a tree says of which competency each tool is an example: the first one named, and only what this version holds', async (t) => {
  const whole = await testApp(t);
  const tool = (code: string, sequence: number, of: [string, number][]) =>
    itemRow(code, {
      ...{ kind: 'tool', parent: 'G', sequence },
      relations: of.map(([to, place]) => ({ relation: 'exemplar-of', to, sequence: place })),
    });
  await bring(whole, [
    ...bridges,
    tool('CRANE', 3, [
      ['ARCH', 1],
      ['PIER', 0],
    ]),
    tool('TROWEL', 4, [['ARCH', 0]]),
    tool('ROPE', 5, []),
  ]);
  const url = '/api/frameworks/bridges/tree';
  const tree = await whole.get<VersionTree>(url);
  const exampleOf = tree.code.map((code, place) => [
    code,
    tree.exemplarOf[place] === -1 ? null : tree.code[tree.exemplarOf[place]!],
  ]);
  assert.deepEqual(exampleOf, [
    ['G', null],
    ['PIER', null],
    ['ARCH', null],
    ['CRANE', 'PIER'],
    ['TROWEL', 'ARCH'],
    ['ROPE', null],
  ]);
  // other relations are none of its business, and roles have no tools
  assert.deepEqual((await whole.get<VersionTree>(`${url}?of=roles`)).exemplarOf, []);
});

test('a tree without tools carries no column of examples', async (t) => {
  const whole = await testApp(t);
  await bring(whole, bridges);
  assert.deepEqual((await whole.get<VersionTree>('/api/frameworks/bridges/tree')).exemplarOf, []);
});

test('two roles leave as a table: what both ask for with the difference, then what one of them does', async (t) => {
  const whole = await testApp(t);
  await bring(whole, [
    ...bridges,
    itemRow('ROOF', { parent: 'G', sequence: 6 }),
    roleRow('R2', {
      texts: label('Thợ cả', 'Master builder'),
      requirements: [
        { item: 'ARCH', necessity: 'essential', level: { scale: 'craft', level: 1 } },
        { item: 'ROOF', necessity: 'desirable', level: { scale: 'craft', level: 2 } },
      ],
    }),
  ]);
  const visitor = browserOf(whole.app);
  const url = '/api/roles/compare.csv?a=bridges/R1&b=bridges/R2&language=en';
  const { body, headers } = await visitor.inject({ method: 'GET', url });
  assert.match(String(headers['content-type']), /text\/csv/);
  const lines = body.split('\r\n');
  assert.ok(lines.some((line) => line.includes('Bridge builder') && line.includes('Master')));
  assert.ok(lines.includes('ARCH,Build arches,both,essential,2,essential,1,-1'), body);
  assert.ok(lines.includes('PIER,Skill PIER,Bridge builder,desirable,,,,'), body);
  assert.ok(lines.includes('ROOF,Skill ROOF,Master builder,,,desirable,2,'), body);
  for (const address of [url.replace('csv', 'xlsx'), url.replace('en', 'vi')]) {
    assert.equal((await visitor.inject({ method: 'GET', url: address })).statusCode, 200);
  }
  const none = await visitor.inject({ method: 'GET', url: url.replace('R2', 'R9') });
  assert.equal(none.statusCode, 404);
});

test('an item is read by its code or UUID with its ladder, names, relations and the roles that ask for it', async (t) => {
  const whole = await testApp(t);
  await bring(whole, bridges);
  const arch = await whole.get<ItemDetail>('/api/frameworks/bridges/items/ARCH');
  assert.deepEqual(
    arch.path.map(({ code }) => code),
    ['G'],
  );
  assert.deepEqual(arch.aliases, [{ form: 'vaulting', language: 'en' }]);
  assert.deepEqual(
    arch.levels.map(({ code, says }) => [code, says]),
    [
      ['A', {}],
      ['B', { en: 'Builds alone' }],
    ],
  );
  assert.deepEqual(
    arch.relations.map(({ relation, direction, item }) => [relation, direction, item.code]),
    [['related', 'from', 'PIER']],
  );
  assert.deepEqual(
    arch.roles.list.map(({ role, necessity, level, weight }) => [
      ...[role.code, necessity, level?.code, weight],
    ]),
    [['R1', 'essential', 'B', 0.5]],
  );
  assert.deepEqual(await whole.get<ItemDetail>(`/api/items/${arch.uuid}`), arch);
  const area = await whole.get<ItemDetail>('/api/frameworks/bridges/items/G');
  assert.deepEqual(
    [area.children.total, area.children.list.map(({ code }) => code)],
    [2, ['PIER', 'ARCH']],
  );
  assert.equal((await whole.inject('/api/frameworks/bridges/items/NOWHERE')).statusCode, 404);
});

test('what stands for one level of an item says so among what it holds, and in a document stands below it', async (t) => {
  const whole = await testApp(t);
  const outcome = itemRow('ARCH.B', { parent: 'ARCH', level: { scale: 'craft', level: 2 } });
  await bring(whole, [...bridges, outcome]);
  const arch = await whole.get<ItemDetail>('/api/frameworks/bridges/items/ARCH');
  assert.deepEqual(
    arch.children.list.map(({ code, level }) => [code, level?.code]),
    [['ARCH.B', 'B']],
  );
  const document = await whole.get<FrameworkDocument>(
    '/api/frameworks/bridges/document?under=ARCH',
  );
  assert.deepEqual(
    document.map(({ code, depth, levels }) => [code, depth, levels.map(({ says }) => says.en)]),
    [
      ['ARCH', 0, ['Builds alone']],
      ['ARCH.B', 1, []],
    ],
  );
});

test('a role is read with the competencies that it requires, their levels and weights', async (t) => {
  const whole = await testApp(t);
  await bring(whole, bridges);
  const role = await whole.get<RoleDetail>('/api/frameworks/bridges/roles/R1');
  assert.deepEqual(role.titles, [{ title: 'mason', language: 'en' }]);
  assert.deepEqual(
    role.requirements.map(({ item, necessity, level, weight }) => [
      ...[item.code, necessity, level?.label.en ?? null, weight],
    ]),
    [
      ['ARCH', 'essential', 'Builder', 0.5],
      ['PIER', 'desirable', null, null],
    ],
  );
});

test('what was published stays readable under its version, by a visitor too', async (t) => {
  const whole = await testApp(t);
  await bring(whole, bridges);
  const renamed = bridges.map((row) =>
    row.type === 'item' && row.sourceId === 'ARCH'
      ? { ...row, texts: label('Dựng vòm', 'Raise arches') }
      : row,
  );
  await bring(whole, [frameworkRow({ version: '2' }), ...renamed.slice(1)]);
  const visitor = browserOf(whole.app);
  const detail = await visitor.get<FrameworkDetail>('/api/frameworks/bridges');
  assert.deepEqual(
    detail.versions.map(({ version, status }) => [version, status]),
    [
      ['2', 'published'],
      ['1', 'superseded'],
    ],
  );
  const read = (query: string) =>
    visitor.get<ItemDetail>(`/api/frameworks/bridges/items/ARCH${query}`);
  assert.equal((await read('')).label.en, 'Raise arches');
  assert.equal((await read('?version=1')).label.en, 'Build arches');
  assert.equal((await read('')).versions.length, 2);
});

test('a draft is read by nobody here', async (t) => {
  const whole = await testApp(t);
  await bring(whole, bridges, 'draft');
  assert.equal((await whole.get<FrameworkEntry[]>('/api/frameworks')).length, 1);
  for (const path of ['', '/tree', '/items/ARCH', '/roles/R1']) {
    assert.equal((await whole.inject(`/api/frameworks/bridges${path}`)).statusCode, 404, path);
  }
});

test('an item of a superseded version keeps the other names with which it was published', async (t) => {
  const whole = await testApp(t);
  await bring(whole, bridges);
  const [arch] = bridges.filter((row) => row.type === 'item' && row.sourceId === 'ARCH');
  const renamed = {
    ...(arch as Extract<AnyRow, { type: 'item' }>),
    texts: label('Dựng vòm', 'Raise arches'),
    aliases: [{ form: 'arch raising', language: 'en' }],
  };
  await bring(whole, [
    frameworkRow({ version: '2' }),
    ...bridges.slice(1).map((row) => (row === arch ? renamed : row)),
  ]);
  const names = async (version: string) => {
    const { label, aliases } = await whole.get<ItemDetail>(
      `/api/frameworks/bridges/items/ARCH?version=${version}`,
    );
    return [label.en, ...aliases.map(({ form }) => form)];
  };
  assert.deepEqual(await names('1'), ['Build arches', 'vaulting']);
  assert.deepEqual(await names('2'), ['Raise arches', 'arch raising']);
});
