import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { comparable, id } from '#src/testing/case-packages.ts';
import { officialJudge, type Answer } from '#src/testing/case-schemas.ts';
import { frameworkRow, itemRow } from '#src/testing/framework-rows.ts';
import { confirmAndApply, runImportOf } from '#src/testing/import-rows.ts';
import { BRIDGES, caseOf, frameworkOf, publishRows } from '#src/testing/served-case.ts';
import { wholePackage } from '#src/testing/whole-package.ts';
import { publishVersion } from '#src/frameworks/version-queries.ts';
import type { AnyRow, ItemRow } from '#src/frameworks/importing/framework-row.ts';
import { casePackageImporter } from '../importer.ts';
import type { CFItem, CFPackage } from '../wire.ts';

const judge = officialJudge();
const absent = judge ? false : 'the official schemas are not beside the checkout';

async function publishPackage(app: TestApp, whole: CFPackage): Promise<void> {
  const file = Buffer.from(JSON.stringify(whole));
  const run = await runImportOf(app.platform, app.commandLine, file, 'p.json', casePackageImporter);
  assert.equal(run.counts.rejected, 0, JSON.stringify(run.rows.map((row) => row.problems)));
  await confirmAndApply(app.platform, app.commandLine, run.id, casePackageImporter);
  await publishDraft(app);
}

async function publishDraft({ platform, commandLine }: TestApp): Promise<void> {
  await platform.db.transaction().execute(async (trx) => {
    const { id, framework_id: frameworkId } = await trx
      .selectFrom('framework_version')
      .where('status', '=', 'draft')
      .selectAll()
      .executeTakeFirstOrThrow();
    await publishVersion(trx, commandLine, { id, frameworkId, publishedOn: '2025-01-31' });
  });
}

/** The reference framework has hundreds: the last ones will do. */
function some<One>(objects: readonly One[]): readonly One[] {
  return objects.slice(-15);
}

test('a package that uses every field of CASE 1.1 is imported, published and served as it came', async (t) => {
  const app = await testApp(t);
  const whole = wholePackage();
  await publishPackage(app, whole);
  const served = await caseOf(app, '1.1')(`CFPackages/${whole.CFDocument.identifier}`);
  assert.equal(served.statusCode, 200);
  assert.deepEqual(comparable(served.json<CFPackage>()), comparable(whole));
});

test('a second import of the same package changes nothing, and of what we serve neither', async (t) => {
  const app = await testApp(t);
  const whole = wholePackage();
  await publishPackage(app, whole);
  const served = await caseOf(app, '1.1')(`CFPackages/${whole.CFDocument.identifier}`);
  for (const file of [JSON.stringify(whole), served.body]) {
    const run = await runImportOf(
      ...([
        app.platform,
        app.commandLine,
        Buffer.from(file),
        'p.json',
        casePackageImporter,
      ] as const),
    );
    const { new: added, changed, removed, same } = run.counts;
    const differing = run.rows.filter((row) => row.change !== 'same');
    assert.deepEqual([added, changed, removed], [0, 0, 0], JSON.stringify(differing).slice(0, 900));
    assert.ok(same > 8);
  }
});

async function everyAnswer(t: TestContext, version: '1.0' | '1.1') {
  const app = await testApp(t);
  const whole = wholePackage();
  await publishPackage(app, whole);
  await publishRows(app);
  const get = caseOf(app, version);
  const documents = (await get('CFDocuments')).json<{ CFDocuments: { identifier: string }[] }>();
  const answers: [Answer, string][] = [['CFDocuments', 'CFDocuments']];
  for (const { identifier } of documents.CFDocuments) {
    answers.push(
      ['CFDocument', `CFDocuments/${identifier}`],
      ['CFPackage', `CFPackages/${identifier}`],
    );
    const served = (await get(`CFPackages/${identifier}`)).json<CFPackage>();
    for (const item of some(served.CFItems!)) {
      answers.push(['CFItem', `CFItems/${item.identifier}`]);
      answers.push(['CFItemAssociations', `CFItemAssociations/${item.identifier}`]);
    }
    for (const one of some(served.CFAssociations!)) {
      answers.push(['CFAssociation', `CFAssociations/${one.identifier}`]);
    }
    const lists = (served.CFDefinitions ?? {}) as Record<string, { identifier: string }[]>;
    const singular: Record<string, Answer> = {
      CFConcepts: 'CFConcepts',
      CFSubjects: 'CFSubjects',
      CFItemTypes: 'CFItemTypes',
      CFLicenses: 'CFLicense',
      CFAssociationGroupings: 'CFAssociationGrouping',
    };
    for (const [list, answer] of Object.entries(singular)) {
      for (const one of lists[list] ?? []) answers.push([answer, `${list}/${one.identifier}`]);
    }
    for (const one of served.CFRubrics ?? [])
      answers.push(['CFRubric', `CFRubrics/${one.identifier as string}`]);
  }
  return { get, answers };
}

for (const version of ['1.0', '1.1'] as const) {
  test(
    `every answer of every endpoint of CASE ${version} is what the official schemas ask for`,
    { skip: absent },
    async (t) => {
      const { get, answers } = await everyAnswer(t, version);
      assert.ok(answers.length > 40);
      assert.equal(new Set(answers.map(([answer]) => answer)).size, 12);
      for (const [answer, path] of answers) {
        const served = await get(path);
        assert.equal(served.statusCode, 200, `${path}: ${served.body.slice(0, 300)}`);
        assert.deepEqual(judge!(version, answer, served.json()), [], path);
      }
      for (const path of ['CFItems/none', `CFItems/${id('none')}`, 'CFDocuments?fields=colour']) {
        const served = await get(path);
        assert.deepEqual(judge!(version, 'imsx_StatusInfo', served.json()), [], path);
      }
    },
  );

  test(`every address that an answer of CASE ${version} names as ours leads somewhere`, async (t) => {
    const { get, answers } = await everyAnswer(t, version);
    const ours = /"uri":"http:\/\/localhost:5757\/ims\/case\/v1p[01]\/([^"#]+)/g;
    const found = new Map<string, Set<string>>();
    for (const [, path] of answers) {
      for (const [, uri] of (await get(path)).body.matchAll(ours)) {
        const kind = uri!.split('/')[0]!;
        found.set(kind, (found.get(kind) ?? new Set()).add(uri!));
      }
    }
    assert.ok(found.size > 5);
    for (const uris of found.values()) {
      // spread over all that were named: one large framework has thousands of a kind
      const every = Math.ceil(uris.size / 60);
      for (const path of [...uris].sort().filter((_, at) => at % every === 0)) {
        assert.equal((await get(path)).statusCode, 200, path);
      }
    }
  });
}

test('a framework of ours is served as a tree with its order, its levels as a rubric, its roles as items', async (t) => {
  const app = await testApp(t);
  await publishRows(app);
  const { CFDocuments } = (
    await caseOf(app, '1.1')("CFDocuments?filter=title='Khung dựng cầu'")
  ).json<{
    CFDocuments: { identifier: string; licenseURI: { title: string } }[];
  }>();
  assert.equal(CFDocuments.length, 1);
  assert.equal(CFDocuments[0]!.licenseURI.title, 'CC BY 4.0');
  const whole = (
    await caseOf(app, '1.1')(`CFPackages/${CFDocuments[0]!.identifier}`)
  ).json<CFPackage>();
  const codeOf = new Map(whole.CFItems!.map((item) => [item.identifier, item.humanCodingScheme]));
  const said = whole.CFAssociations!.map((one) =>
    [
      codeOf.get(one.originNodeURI.identifier) ?? one.originNodeURI.title,
      one.associationType,
      codeOf.get(one.destinationNodeURI.identifier) ?? one.destinationNodeURI.title,
      one.sequenceNumber,
    ].join(' '),
  );
  assert.deepEqual(said.sort(), [
    'A isChildOf Khung dựng cầu 1',
    'A1 ext:essentialFor A2 ',
    'A1 isChildOf A 2',
    'A2 isChildOf A 1',
    'Place beams isTranslationOf A1 ',
    'R ext:requires A1 ',
    'R isChildOf Khung dựng cầu 1',
  ]);
  const [rubric] = whole.CFRubrics as { title: string; CFRubricCriteria: CFItem[] }[];
  assert.equal(rubric!.title, 'Thang dựng cầu');
  assert.equal(rubric!.CFRubricCriteria.length, 1);
  assert.ok(
    whole.CFItems!.some((item) => item.fullStatement === 'Place beams' && item.language === 'en'),
  );
});

test('drafts are in no list and behind no identifier', async (t) => {
  const app = await testApp(t);
  const whole = wholePackage();
  const file = Buffer.from(JSON.stringify(whole));
  const run = await runImportOf(app.platform, app.commandLine, file, 'p.json', casePackageImporter);
  await confirmAndApply(app.platform, app.commandLine, run.id, casePackageImporter);
  const get = caseOf(app, '1.1');
  const paths = [
    `CFDocuments/${whole.CFDocument.identifier}`,
    `CFPackages/${whole.CFDocument.identifier}`,
    ...whole.CFItems!.map((item) => `CFItems/${item.identifier}`),
    ...whole.CFItems!.map((item) => `CFItemAssociations/${item.identifier}`),
    ...whole.CFAssociations!.map((one) => `CFAssociations/${one.identifier}`),
    `CFLicenses/${id('CFLicenses/cc')}`,
    `CFConcepts/${id('CFConcepts/tim-kiem')}`,
  ];
  for (const path of paths) assert.equal((await get(path)).statusCode, 404, path);
  assert.ok(!(await get('CFDocuments')).body.includes('Khung kỹ năng số mẫu'));
});

test('a version that a newer one took the place of stays, under its own identifier and as deprecated', async (t) => {
  const app = await testApp(t);
  await publishRows(app);
  const get = caseOf(app, '1.1');
  const item = BRIDGES[3] as ItemRow;
  const before = (await get(`CFItems/${item.uuid}`)).json<CFItem>();
  const untouched = (await get(`CFItems/${(BRIDGES[4] as ItemRow).uuid}`)).json<CFItem>();
  const changed = {
    ...item,
    texts: [{ field: 'label' as const, language: 'vi', value: 'Lao dầm cầu' }],
  };
  await publishRows(app, [
    frameworkRow({ version: '2', licence: 'CC BY 4.0' }),
    ...BRIDGES.slice(1, 3),
    changed,
    ...BRIDGES.slice(4),
  ]);
  const { CFDocuments } = (
    await get("CFDocuments?filter=title='Khung dựng cầu'&sort=version")
  ).json<{
    CFDocuments: {
      identifier: string;
      version: string;
      adoptionStatus: string;
      lastChangeDateTime: string;
    }[];
  }>();
  assert.deepEqual(
    CFDocuments.map(({ version, adoptionStatus }) => [version, adoptionStatus]),
    [
      ['1', 'Deprecated'],
      ['2', 'Adopted'],
    ],
  );
  assert.notEqual(CFDocuments[0]!.identifier, CFDocuments[1]!.identifier);
  const old = (await get(`CFPackages/${CFDocuments[0]!.identifier}`)).json<CFPackage>();
  assert.ok(old.CFItems!.some(({ fullStatement }) => fullStatement === 'Đặt dầm'));
  // the time of a change moves with what changed, and with nothing else
  const after = (await get(`CFItems/${item.uuid}`)).json<CFItem>();
  assert.equal(after.fullStatement, 'Lao dầm cầu');
  assert.ok(after.lastChangeDateTime > before.lastChangeDateTime);
  const still = (await get(`CFItems/${(BRIDGES[4] as ItemRow).uuid}`)).json<CFItem>();
  assert.equal(still.lastChangeDateTime, untouched.lastChangeDateTime);
});

test('identifiers of associations are the same at every export and in both versions of CASE', async (t) => {
  const app = await testApp(t);
  await publishRows(app);
  const get = caseOf(app, '1.1');
  const { identifier } = frameworkOf(await get('CFDocuments'), 'Khung dựng cầu');
  const idsIn = async (version: '1.0' | '1.1') =>
    (await caseOf(app, version)(`CFPackages/${identifier}`))
      .json<CFPackage>()
      .CFAssociations!.map((one) => one.identifier)
      .sort();
  const [first, again, older] = [await idsIn('1.1'), await idsIn('1.1'), await idsIn('1.0')];
  assert.deepEqual(first, again);
  assert.equal(new Set(first).size, first.length);
  assert.ok(older.every((one) => first.includes(one)));
});

test('pages, order, filters and fields of CFDocuments are as asked for', async (t) => {
  const app = await testApp(t);
  for (const [code, title] of [
    ['a', 'Ánh sáng'],
    ['b', 'Bê tông'],
    ['c', 'Cầu đường'],
  ] as const) {
    const texts = [{ field: 'title' as const, language: 'vi', value: title }];
    await publishRows(
      app,
      [frameworkRow({ code, texts }), itemRow(code, { sourceId: `${code}1` })].map(fresh(code)),
    );
  }
  const get = caseOf(app, '1.1');
  const titles = async (query: string) => {
    const served = await get(`CFDocuments?${query}`);
    if (served.statusCode !== 200) return served.json<{ imsx_codeMinor: never }>();
    return served
      .json<{ CFDocuments: { title: string }[] }>()
      .CFDocuments.map(({ title }) => title);
  };
  const all = "filter=language='vi' AND version='1' AND title!='x'";
  const ours = `filter=title='Ánh sáng' OR title='Bê tông' OR title='Cầu đường'`;
  assert.deepEqual(await titles(`${ours}&sort=title`), ['Ánh sáng', 'Bê tông', 'Cầu đường']);
  assert.deepEqual(await titles(`${ours}&sort=title&orderBy=desc`), [
    'Cầu đường',
    'Bê tông',
    'Ánh sáng',
  ]);
  assert.deepEqual(await titles(`${ours}&sort=title&limit=1&offset=1`), ['Bê tông']);
  assert.deepEqual(await titles("filter=title~'tông'"), ['Bê tông']);
  assert.deepEqual(await titles(`filter=title>='B' AND title<'C'&sort=title`), ['Bê tông']);
  assert.ok(((await titles(all)) as string[]).length >= 3);
  const paged = await get(`CFDocuments?${encodeURI(ours)}&limit=1&offset=1`);
  assert.equal(paged.headers['x-total-count'], '3');
  const rels = [...String(paged.headers.link).matchAll(/<([^>]+)>; rel="(\w+)"/g)];
  assert.deepEqual(
    rels.map(([, , rel]) => rel),
    ['first', 'prev', 'next', 'last'],
  );
  assert.match(rels[2]![1]!, /^http:\/\/localhost:5757\/ims\/case\/v1p1\/CFDocuments\?.*offset=2/);
  const some = (await get('CFDocuments?fields=version&limit=1')).json<{ CFDocuments: object[] }>();
  assert.deepEqual(Object.keys(some.CFDocuments[0]!).sort(), [
    ...['CFPackageURI', 'creator', 'identifier', 'lastChangeDateTime', 'title', 'uri', 'version'],
  ]);
  const refused: [string, number, string][] = [
    ['fields=colour', 400, 'invalid_selection_field'],
    ['fields=', 400, 'invalid_selection_field'],
    ['filter=colour=%27x%27', 400, 'invalid_selection_field'],
    ['filter=title', 400, 'invalid_selection_field'],
    ["filter=title='a' XOR title='b'", 400, 'invalid_selection_field'],
    ['limit=0', 400, 'invalid_selection_field'],
    ['offset=-1', 400, 'invalid_selection_field'],
    ['limit=1&limit=2', 400, 'invalid_selection_field'],
    ['sort=colour', 400, 'invalid_sort_field'],
    ['sort=title&orderBy=up', 400, 'invalid_sort_field'],
    ["filter=title='nothing'", 404, 'unknownobject'],
  ];
  for (const [query, status, minor] of refused) {
    const served = await get(`CFDocuments?${encodeURI(query)}`);
    assert.equal(served.statusCode, status, query);
    assert.ok(served.body.includes(`"${minor}"`), `${query}: ${served.body}`);
  }
});

function fresh(code: string) {
  return <Row extends AnyRow>(row: Row): Row =>
    row.type === 'framework'
      ? { ...row, uuid: id(`framework ${code}`) }
      : { ...row, uuid: id(`item ${code}`) };
}

test('an answer is not sent again to who has it, and any site may read it', async (t) => {
  const app = await testApp(t);
  await publishRows(app);
  const get = caseOf(app, '1.1');
  const { identifier } = frameworkOf(await get('CFDocuments'), 'Khung dựng cầu');
  for (const path of ['CFDocuments', `CFDocuments/${identifier}`, `CFPackages/${identifier}`]) {
    const first = await get(path, { origin: 'https://elsewhere.example' });
    assert.equal(first.statusCode, 200, path);
    assert.equal(first.headers['access-control-allow-origin'], '*');
    assert.equal(first.headers['cross-origin-resource-policy'], 'cross-origin');
    const etag = String(first.headers.etag);
    const again = await get(path, { 'if-none-match': `"other", W/${etag}` });
    assert.deepEqual([again.statusCode, again.body], [304, ''], path);
    assert.equal((await get(path, { 'if-none-match': '"other"' })).statusCode, 200);
    const head = await app.app.inject({
      ...{ method: 'HEAD', url: `/ims/case/v1p1/${path}` },
      headers: { host: 'localhost:5757' },
    });
    assert.deepEqual([head.statusCode, head.body, head.headers.etag], [200, '', etag], path);
  }
  const before = (await get(`CFPackages/${identifier}`)).headers.etag;
  await publishRows(app, [frameworkRow({ version: '2' }), ...BRIDGES.slice(1)]);
  assert.notEqual((await get(`CFPackages/${identifier}`)).headers.etag, before);
  const asked = await app.app.inject({
    ...{ method: 'OPTIONS', url: '/ims/case/v1p1/CFDocuments' },
    headers: { host: 'localhost:5757', origin: 'https://elsewhere.example' },
  });
  assert.equal(asked.statusCode, 204);
  const written = await app.app.inject({
    ...{ method: 'POST', url: '/ims/case/v1p1/CFDocuments' },
    headers: { host: 'localhost:5757', origin: 'https://elsewhere.example' },
  });
  assert.ok(written.statusCode >= 400);
});

test('what is not there is said in the words of each version', async (t) => {
  const app = await testApp(t);
  const minor = async (version: '1.0' | '1.1', path: string) => {
    const served = await caseOf(app, version)(path);
    const body = served.json<{
      imsx_codeMinor: { imsx_codeMinorField: { imsx_codeMinorFieldValue: string }[] };
    }>();
    return [
      served.statusCode,
      body.imsx_codeMinor.imsx_codeMinorField[0]!.imsx_codeMinorFieldValue,
    ];
  };
  assert.deepEqual(await minor('1.0', 'CFItems/none'), [404, 'invaliduuid']);
  assert.deepEqual(await minor('1.1', 'CFItems/none'), [404, 'invalid_uuid']);
  for (const path of [
    'CFItems',
    'CFPackages',
    'CFAssociations',
    'CFRubrics',
    'CFItemAssociations',
  ]) {
    assert.deepEqual(await minor('1.0', `${path}/${id('none')}`), [404, 'unknownobject']);
  }
});
