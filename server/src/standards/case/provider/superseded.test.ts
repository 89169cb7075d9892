import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { frameworkRow, itemRow, roleRow } from '#src/testing/framework-rows.ts';
import { memberOf } from '#src/testing/people.ts';
import { BRIDGES, caseOf, frameworkOf, publishRows } from '#src/testing/served-case.ts';
import type { AnyRow, ItemRow, ScaleRow } from '#src/frameworks/importing/framework-row.ts';
import type { CFItem, CFPackage } from '../wire.ts';

const A1 = BRIDGES[3] as ItemRow;
const A2 = BRIDGES[4] as ItemRow;

/** Everything otherwise: words, codes, the tree, the scale, the role; A2 is gone. */
const SECOND: AnyRow[] = [
  frameworkRow({
    ...{ version: '2', licence: 'CC BY-SA 4.0' },
    texts: [{ field: 'title', language: 'vi', value: 'Khung cầu đường' }],
  }),
  {
    ...(BRIDGES[1] as ScaleRow),
    texts: [{ field: 'title', language: 'vi', value: 'Thang viết lại' }],
    levels: [1, 2, 3].map((level) => ({
      ...{ level, code: null },
      texts: [{ field: 'label', language: 'vi', value: `Mức ${level}` }],
    })),
  },
  itemRow('A', {
    ...{ kind: 'area', code: 'AA' },
    texts: [{ field: 'label', language: 'vi', value: 'Nhóm mới' }],
  }),
  {
    ...A1,
    ...{ code: 'AA1', sequence: 5, parent: null, relations: [] },
    texts: [{ field: 'label', language: 'vi', value: 'Lao dầm cầu' }],
    aliases: [{ form: 'hạ dầm', language: 'vi' }],
    levels: [{ scale: 'cầu', level: 3, texts: [{ language: 'vi', value: 'Kèm người khác.' }] }],
  },
  roleRow('R', {
    texts: [{ field: 'label', language: 'vi', value: 'Thợ cầu' }],
    requirements: [{ item: 'A1', necessity: 'desirable' }],
  }),
];

async function packageOf(app: TestApp, identifier: string, version: '1.0' | '1.1' = '1.1') {
  const served = await caseOf(app, version)(`CFPackages/${identifier}`);
  assert.equal(served.statusCode, 200);
  return served.json<CFPackage>();
}

interface Criterion {
  CFItemURI: { identifier: string };
  CFRubricCriterionLevels: { quality: string; description: string }[];
}

/** What a package says, apart from when, and from the identifiers that hang on which document it is. */
function wording({ CFDocument, CFItems, CFAssociations, CFRubrics }: CFPackage): unknown {
  const { title, version, licenseURI, language, extensions } = CFDocument;
  const end = ({ identifier, title: name }: { identifier: string; title: string }) =>
    identifier === CFDocument.identifier ? 'document' : `${identifier} ${name}`;
  return {
    document: [title, version, licenseURI, language],
    scales: (extensions?.nhip as { scales?: unknown } | undefined)?.scales,
    items: CFItems!.map(({ lastChangeDateTime: _, ...item }) => item),
    associations: CFAssociations!.map((one) => [
      ...[end(one.originNodeURI), one.associationType, end(one.destinationNodeURI)],
      one.sequenceNumber,
    ]),
    rubrics: CFRubrics?.map((rubric) => [
      rubric.title,
      (rubric.CFRubricCriteria as Criterion[]).map(({ CFItemURI, CFRubricCriterionLevels }) => [
        CFItemURI.identifier,
        CFRubricCriterionLevels.map(({ quality, description }) => [quality, description]),
      ]),
    ]),
  };
}

async function olderOf(app: TestApp): Promise<string> {
  const served = (await caseOf(app, '1.1')('CFDocuments')).json<{
    CFDocuments: { identifier: string; title: string; adoptionStatus: string }[];
  }>();
  return served.CFDocuments.find(
    ({ title, adoptionStatus }) => title === 'Khung dựng cầu' && adoptionStatus === 'Deprecated',
  )!.identifier;
}

async function publishedBridges(app: TestApp): Promise<string> {
  await publishRows(app);
  return frameworkOf(await caseOf(app, '1.1')('CFDocuments'), 'Khung dựng cầu').identifier;
}

for (const version of ['1.0', '1.1'] as const) {
  test(`the package of a superseded version says in CASE ${version} what that version published`, async (t) => {
    const app = await testApp(t);
    const before = wording(await packageOf(app, await publishedBridges(app), version));
    await publishRows(app, SECOND);
    const after = wording(await packageOf(app, await olderOf(app), version));
    assert.deepEqual(after, before);
  });
}

test('an item is served under its identifier as the newest version that has it words it', async (t) => {
  const app = await testApp(t);
  await publishedBridges(app);
  await publishRows(app, SECOND);
  const get = async ({ uuid }: ItemRow) =>
    (await caseOf(app, '1.1')(`CFItems/${uuid}`)).json<CFItem & { CFDocumentURI: object }>();
  const [kept, gone] = [await get(A1), await get(A2)];
  assert.deepEqual(
    [kept.identifier, kept.fullStatement, kept.humanCodingScheme, kept.conceptKeywords],
    [A1.uuid, 'Lao dầm cầu', 'AA1', ['hạ dầm']],
  );
  assert.equal(gone.fullStatement, 'Skill A2');
  const older = await olderOf(app);
  assert.equal((gone.CFDocumentURI as { identifier: string }).identifier, older);
  const items = (await packageOf(app, older)).CFItems!;
  assert.ok([A1, A2].every(({ uuid }) => items.some(({ identifier }) => identifier === uuid)));
});

test('forms that the lexicon gains or loses later do not reach a superseded version', async (t) => {
  const app = await testApp(t);
  await publishedBridges(app);
  await publishRows(app, SECOND);
  const older = await olderOf(app);
  const first = await caseOf(app, '1.1')(`CFPackages/${older}`);
  const keywords = (served: typeof first) =>
    served.json<CFPackage>().CFItems!.find(({ identifier }) => identifier === A1.uuid)!
      .conceptKeywords;
  assert.deepEqual(keywords(first), ['lao dầm']);
  const editor = await memberOf(app, { name: 'An', roles: ['framework-editor'] });
  const { id: competencyId } = await app.platform.db
    .selectFrom('competency')
    .where('uuid', '=', A1.uuid)
    .select('id')
    .executeTakeFirstOrThrow();
  const forms = '/api/frameworks/bridges/lexicon';
  const proposed = await editor.post(forms, { competencyId, form: 'gác dầm', language: 'vi' });
  assert.equal(proposed.statusCode, 200, proposed.body);
  const { id } = proposed.json<{ id: number }>();
  await editor.post(`${forms}/decisions`, {
    ...{ ids: [id], decision: 'approve' },
  });
  const again = await caseOf(app, '1.1')(`CFPackages/${older}`);
  assert.deepEqual(keywords(again), ['lao dầm']);
  assert.equal(again.headers.etag, first.headers.etag);
  const now = (await caseOf(app, '1.1')(`CFItems/${A1.uuid}`)).json<CFItem>();
  assert.deepEqual(now.conceptKeywords, ['gác dầm', 'hạ dầm']);
});

test('every object of a superseded version is found, although some were asked for while it was in force', async (t) => {
  const app = await testApp(t);
  const get = caseOf(app, '1.1');
  const before = await packageOf(app, await publishedBridges(app));
  for (const { identifier } of before.CFAssociations!) {
    assert.equal((await get(`CFAssociations/${identifier}`)).statusCode, 200);
  }
  await publishRows(app, SECOND);
  const older = await packageOf(app, await olderOf(app));
  for (const { identifier, originNodeURI } of older.CFAssociations!) {
    const served = await get(`CFAssociations/${identifier}`);
    assert.equal(served.statusCode, 200, `${identifier} of ${originNodeURI.title}`);
  }
});

test('what became of a competency names it as it was published, never as a draft words it', async (t) => {
  const app = await testApp(t);
  await publishedBridges(app);
  await publishRows(app, [
    ...SECOND,
    itemRow('N', { texts: [{ field: 'label', language: 'vi', value: 'Kiểm dầm' }] }),
  ]);
  const { db } = app.platform;
  const versions = await db
    .selectFrom('framework_version as v')
    .innerJoin('framework as f', 'f.id', 'v.framework_id')
    .where('f.code', '=', 'bridges')
    .select(['v.id', 'v.status'])
    .execute();
  const idOf = async (sourceId: string) =>
    (await db
      .selectFrom('competency')
      .where('source_id', '=', sourceId)
      .select('id')
      .executeTakeFirstOrThrow())!.id;
  await db
    .insertInto('competency_succession')
    .values({
      framework_version_id: versions.find(({ status }) => status === 'published')!.id,
      ...{ from_competency_id: await idOf('A2'), to_competency_id: await idOf('N') },
      ...{ kind: 'replaced', actor_id: app.commandLine.id },
    })
    .execute();
  const editor = await memberOf(app, { name: 'An', roles: ['framework-editor'] });
  const draft = '/api/frameworks/bridges/draft';
  assert.equal((await editor.post(draft, { version: '3' })).statusCode, 200);
  const { entries } = await editor.get<{ entries: { id: number; code: string }[] }>(
    `${draft}/items`,
  );
  const { id } = entries.find(({ code }) => code === 'N')!;
  const { seen } = await editor.get<{ seen: number }>(`${draft}/items/${id}`);
  const changed = await editor.send('PUT', `${draft}/items/${id}`, {
    ...{ seen, change: { 'label vi': 'Chưa ai được thấy', code: 'N-X' } },
  });
  assert.equal(changed.statusCode, 200, changed.body);
  const whole = await packageOf(app, frameworkRow().uuid);
  const succession = whole.CFAssociations!.find((one) => one.associationType === 'replacedBy')!;
  assert.deepEqual(
    [succession.originNodeURI.title, succession.destinationNodeURI.title],
    ['Skill A2', 'Kiểm dầm'],
  );
});
