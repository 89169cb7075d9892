import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import type { AnyRow } from '#src/frameworks/importing/framework-row.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { frameworkRow, itemRow, roleRow, rowsImporter } from '#src/testing/framework-rows.ts';
import { confirmAndApply, runImportOf } from '#src/testing/import-rows.ts';
import { browserOf, memberOf, type Browser } from '#src/testing/people.ts';
import type { Found, SearchAnswer } from './contract.ts';

const scale: AnyRow = {
  ...{ type: 'scale', code: 'craft', kind: 'proficiency' },
  texts: [{ field: 'title', language: 'en', value: 'Craft' }],
  levels: [{ level: 3, code: 'B1', texts: [{ field: 'label', language: 'en', value: 'Builder' }] }],
};
const other: AnyRow[] = [
  frameworkRow(),
  scale,
  itemRow('X1', {
    texts: [{ field: 'label', language: 'en', value: 'Machine learning' }],
    aliases: [{ form: 'statistical learning', language: 'en' }],
    levels: [{ scale: 'craft', level: 3, texts: [{ language: 'en', value: 'Does it alone' }] }],
  }),
  itemRow('X2', {
    kind: 'knowledge',
    texts: [{ field: 'label', language: 'en', value: 'machine learning for bridges' }],
  }),
  roleRow('R1', {
    texts: [
      { field: 'label', language: 'en', value: 'bridge engineer' },
      { field: 'label', language: 'vi', value: 'kỹ sư cầu đường' },
    ],
    titles: [{ title: 'span designer', language: 'en' }],
  }),
];

async function bring(whole: TestApp, rows: AnyRow[], into: 'published' | 'draft' = 'published') {
  const importer = rowsImporter(into);
  const { platform, administrator } = whole;
  const { id } = await runImportOf(platform, administrator, rows, 'rows.json', importer);
  await confirmAndApply(platform, administrator, id, importer);
}

function asking({ get }: Browser) {
  return (q: string, more: Record<string, string> = {}) =>
    get<SearchAnswer>(`/api/search?${new URLSearchParams({ q, ...more })}`);
}
const first = ({ groups }: SearchAnswer): Found | undefined => groups[0]?.items[0];

/** What people type, and the first thing that they should see (its English name, as in the framework). */
const expected: Record<string, string> = {
  Kubernetes: 'Kubernetes',
  kubenetes: 'Kubernetes',
  kubrenetes: 'Kubernetes',
  kubernettes: 'Kubernetes',
  k8s: 'Kubernetes',
  'điện toán đám mây': 'Cloud computing',
  'dien toan dam may': 'Cloud computing',
  'dien taon dam may': 'Cloud computing',
  'dientoan dammay': 'Cloud computing',
  'học máy': 'Machine learning',
  'hoc may': 'Machine learning',
  'machine lerning': 'Machine learning',
  'machien learning': 'Machine learning',
  machinelearning: 'Machine learning',
  'hoc sau': 'Deep learning',
  'deep leraning': 'Deep learning',
  'tri tue nhan tao': 'Artificial intelligence',
  'artifical inteligence': 'Artificial intelligence',
  'tri tue nahn tao': 'Artificial intelligence',
  'co so du lieu': 'Databases',
  postgres: 'PostgreSQL',
  postgersql: 'PostgreSQL',
  'postgre sql': 'PostgreSQL',
  java: 'Java',
  javascript: 'JavaScript',
  'java script': 'JavaScript',
  javascirpt: 'JavaScript',
  typscript: 'TypeScript',
  'c++': 'C++',
  'C#': 'C#',
  '.net': '.NET',
  nodejs: 'Node.js',
  'an toan thong tin': 'Cybersecurity',
  'an tona thong tin': 'Cybersecurity',
  'kiem thu xam nhap': 'Penetration testing',
  'penetraton testing': 'Penetration testing',
  'quan ly du an': 'Project management',
  'project managment': 'Project management',
  'lam viec nhom': 'Teamwork',
  'team work': 'Teamwork',
  'tieng anh': 'English',
  'khoa hoc du lieu': 'Data science',
  'data sceince': 'Data science',
  'mang may tinh': 'Computer networking',
  'networking computer': 'Computer networking',
  'kien truc vi dich vu': 'Microservices architecture',
  'microservces architecture': 'Microservices architecture',
  'internet of thigns': 'Internet of things',
  'mo hinh ngon ngu lon': 'Large language models',
  'PL.JAVA': 'Java',
};

test('whatever people mistype or leave out, what they mean comes first', async (t) => {
  const whole = await testApp(t);
  await bring(whole, other);
  const ask = asking(browserOf(whole.app));
  const wrong: Record<string, string | undefined> = {};
  for (const [typed, meant] of Object.entries(expected)) {
    const found = first(await ask(typed, { language: 'en' }));
    if (found?.title.text !== meant) wrong[typed] = found?.title.text;
  }
  assert.deepEqual(wrong, {});
});

test('of the same name the framework in use comes first, and every other framework after it', async (t) => {
  const whole = await testApp(t);
  await bring(whole, other);
  const ask = asking(browserOf(whole.app));
  const answer = await ask('machine learning', { language: 'en', type: 'competency' });
  const list = answer.groups[0]!.items.map(({ title, framework }) => [
    title.text,
    framework?.inUse,
  ]);
  assert.deepEqual(list.slice(0, 3), [
    ['Machine learning', true],
    ['Machine learning', false],
    ['machine learning for bridges', false],
  ]);
});

test('an answer says by which name it was found, and in which language its title is', async (t) => {
  const whole = await testApp(t);
  await bring(whole, other);
  const ask = asking(browserOf(whole.app));
  const byAlias = first(await ask('statistical learning'))!;
  assert.deepEqual(byAlias.why, {
    ...{ nearness: 'exact', by: 'alias' },
    form: { text: 'statistical learning', language: 'en' },
  });
  assert.deepEqual(byAlias.title, { text: 'Machine learning', language: 'en' });
  const role = first(await ask('span designer'))!;
  assert.deepEqual([role.type, role.title.text], ['role', 'kỹ sư cầu đường']);
  assert.deepEqual(role.other, { text: 'bridge engineer', language: 'en' });
});

test('a framework, a kind or a level narrows what is found', async (t) => {
  const whole = await testApp(t);
  await bring(whole, other);
  const ask = asking(browserOf(whole.app));
  const codes = async (more: Record<string, string>) =>
    (await ask('machine learning', more)).groups.flatMap(({ items }) =>
      items.map(({ code }) => code),
    );
  assert.deepEqual(await codes({ framework: 'bridges' }), ['X1', 'X2']);
  assert.deepEqual(await codes({ framework: 'bridges', kind: 'knowledge' }), ['X2']);
  assert.deepEqual(await codes({ framework: 'bridges', level: '3' }), ['X1']);
  assert.deepEqual(await codes({ level: 'B1' }), ['X1']);
  assert.deepEqual(await codes({ framework: 'bridges', level: '7' }), []);
  assert.deepEqual(await codes({ framework: 'bridges', type: 'role' }), []);
});

test('what was published is found within two seconds; a draft never is', async (t) => {
  const whole = await testApp(t);
  const ask = asking(browserOf(whole.app));
  assert.equal(first(await ask('span designer'))?.code === 'R1', false);
  await bring(whole, other);
  assert.equal(await soon(() => ask('span designer'), 'R1'), 'R1');
  const renamed = other.map((row) =>
    row.type === 'role' ? { ...row, titles: [{ title: 'viaduct poet', language: 'en' }] } : row,
  );
  await bring(whole, [frameworkRow({ version: '2' }), ...renamed.slice(1)]);
  assert.equal(await soon(() => ask('viaduct poet'), 'R1'), 'R1');
  assert.notEqual(first(await ask('span designer'))?.why.nearness, 'exact');

  const draft = frameworkRow({ code: 'secret', uuid: '0b9e0000-4d1c-4c55-8f4e-0a6f2f1d9a12' });
  const secret = itemRow('S1', {
    uuid: '0b9e0000-4d1c-4c55-8f4e-0a6f2f1d9a13',
    texts: [{ field: 'label', language: 'en', value: 'Quixotry' }],
  });
  await bring(whole, [draft, secret], 'draft');
  await wait(700);
  for (let turn = 0; turn < 3; turn += 1) assert.deepEqual((await ask('quixotry')).groups, []);
});

test('organisations are found by those who may open them, never by a visitor', async (t) => {
  const whole = await testApp(t);
  const made = await whole.post('/api/organisations', {
    ...{ kind: 'enterprise', name: { vi: 'Công ty Cầu Vồng', en: 'Rainbow Ltd' } },
    ...{ parentId: null, tier: null, regionId: null, externalCode: null, fictional: true },
    ...{ validFrom: null },
  });
  assert.equal(made.statusCode, 201, made.body);
  const member = await memberOf(whole, { roles: ['viewer'] });
  const found = await soon(() => asking(member)('cong ty cau vong'), null);
  assert.equal(found, null);
  const seen = first(await asking(member)('cau vong'));
  assert.deepEqual([seen?.type, seen?.title.text], ['organisation', 'Công ty Cầu Vồng']);
  const { groups } = await asking(browserOf(whole.app))('cau vong');
  assert.ok(groups.every(({ type }) => type !== 'organisation'));
});

test('nothing is found for what is nowhere, for nothing, and for signs alone', async (t) => {
  const whole = await testApp(t);
  const ask = asking(browserOf(whole.app));
  for (const typed of ['zzzzqqqq', '', '   ', '%_\\', '((((', '🌉', "' or zzqq=zzqq --"]) {
    assert.deepEqual((await ask(typed)).groups, [], typed);
  }
  assert.equal((await whole.inject(`/api/search?q=${'a'.repeat(201)}`)).statusCode, 400);
  assert.equal((await whole.inject('/api/search?q=a&size=1000')).statusCode, 400);
});

/** The code of the first thing found, asked for until it is the wanted one or two seconds are over. */
async function soon(ask: () => Promise<SearchAnswer>, wanted: string | null) {
  const end = performance.now() + 2_000;
  for (;;) {
    const found = first(await ask());
    if (found?.code === wanted || performance.now() > end) return found?.code;
    await wait(100);
  }
}
