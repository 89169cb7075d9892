import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ProblemBody } from '#src/http/contract.ts';
import { advertisementsFile } from '#src/testing/advertisements-file.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { importFile } from '#src/testing/import-file.ts';
import { importSmallFramework, PARAPHRASES, SMALL } from '#src/testing/linking-framework.ts';
import { browserOf, memberOf, type Browser } from '#src/testing/people.ts';
import { textSources } from '#src/text-sources.ts';
import type { LinkingState, LinksReply } from './contract.ts';
import { readIndexSet } from './index-set.ts';
import { relinkTexts } from './relinking/relink-texts.ts';
import { openRun } from './relinking/run-queries.ts';

async function installation(t: TestContext, linkingThreads = 1): Promise<TestApp> {
  const app = await testApp(t, { linkingThreads });
  await importSmallFramework(app);
  const { db, linker } = app.platform;
  await linker.getEngine(db, await readIndexSet(db));
  return app;
}

async function links(browser: Browser, body: object): Promise<LinksReply> {
  const reply = await browser.post('/api/linking/links', body);
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<LinksReply>();
}

test('a text comes back with its links, their places, bands, levels and reasons in both languages', async (t) => {
  const app = await installation(t);
  const text = `Ít nhất 3 năm kinh nghiệm với k8s\n${PARAPHRASES}`;
  const { linker, links: found, read } = await links(app, { text });
  assert.deepEqual(
    [linker.tier, linker.hybrid, linker.frameworks],
    ['hybrid', 'ready', [{ code: SMALL, version: '1' }]],
  );
  assert.match(linker.version, /^dictionary-2\+hybrid-/);
  assert.match(linker.indexHash!, /^[0-9a-f]{64}$/);
  assert.deepEqual(read, { units: text.length, of: text.length });
  for (const { start, end, surface, reasons } of found) {
    assert.equal(surface, text.slice(start, end));
    assert.ok(reasons.every(({ words }) => words.vi !== '' && words.en !== ''));
    assert.ok(reasons.length > 0);
  }
  const k8s = found.find(({ surface }) => surface === 'k8s')!;
  assert.equal(k8s.reasons[0]!.words.en, 'matched “k8s” = “k8s”, alias of Kubernetes');
  assert.deepEqual(
    [k8s.band, k8s.level?.scale, k8s.level?.cue],
    ['accepted', 'digcomp-8', '3 năm'],
  );
  const ranked = found.find(({ method }) => method === 'hybrid')!;
  assert.ok(ranked.probability! > 0 && ranked.probability! < 1);
});

test('the same text gives the same answer, and nothing of it is kept', async (t) => {
  const app = await installation(t);
  const rows = async () => {
    const { rows: all } = await app.database.owner.query<{ rows: string }>(
      `select (select count(*) from advertisement_link) + (select count(*) from audit_fact)
            + (select count(*) from file) as rows`,
    );
    return all[0]!.rows;
  };
  const before = await rows();
  assert.deepEqual(
    await links(app, { text: PARAPHRASES }),
    await links(app, { text: PARAPHRASES }),
  );
  assert.equal(await rows(), before);
});

test('the dictionary alone is asked for, or answers while an index is being built', async (t) => {
  const app = await installation(t);
  const alone = await links(app, { text: PARAPHRASES, tier: 'dictionary' });
  assert.equal(alone.linker.tier, 'dictionary');
  assert.ok(alone.links.every(({ method }) => method !== 'hybrid'));
  await importSmallFramework(app, { version: '2' });
  const meanwhile = await links(app, { text: PARAPHRASES });
  assert.deepEqual([meanwhile.linker.tier, meanwhile.linker.hybrid], ['dictionary', 'building']);
});

test('a published framework is asked for by its code, in use or not; an unknown one is not found', async (t) => {
  const app = await installation(t);
  const body = { text: 'Thành thạo SQL', tier: 'dictionary' };
  const reference = await links(app, { ...body, frameworks: ['NHIP-DC'] });
  assert.deepEqual(
    reference.links.map(({ competency }) => competency.code),
    ['DB.SQL'],
  );
  const both = await links(app, { ...body, frameworks: ['NHIP-DC', SMALL] });
  assert.equal(both.linker.frameworks.length, 2);
  const unknown = await app.post('/api/linking/links', { ...body, frameworks: ['NO-SUCH'] });
  assert.equal(unknown.json<ProblemBody>().code, 'not-found');
});

test('what people have decided about a surface stands beside it', async (t) => {
  const app = await installation(t);
  const { platform, commandLine } = app;
  await importFile(platform, commandLine, {
    kind: 'advertisements',
    content: advertisementsFile([{ title: 'Kỹ sư', employer: 'Công ty Hư Cấu', tags: ['k8s'] }]),
  });
  const [k8s] = (await links(app, { text: 'k8s' })).links;
  assert.equal(k8s!.verdict, null);
  await app.post('/api/review/decisions', {
    ...{ normalised: 'k8s', competencyId: k8s!.competency.id, verdict: 'reject' },
  });
  assert.equal((await links(app, { text: 'k8s' })).links[0]!.verdict, 'reject');
});

test('whoever has signed in may have a text linked; a visitor is asked to sign in', async (t) => {
  const app = await installation(t);
  const outsider = await memberOf(app, { organisationId: null });
  const viewer = await memberOf(app, { roles: ['viewer'] });
  for (const browser of [app, outsider, viewer]) {
    assert.equal((await links(browser, { text: 'k8s' })).links.length, 1);
  }
  const visitor = await browserOf(app.app).post('/api/linking/links', { text: 'k8s' });
  assert.equal(visitor.json<ProblemBody>().code, 'sign-in-required');
  assert.equal((await viewer.inject('/api/linking/state')).statusCode, 200);
  assert.equal((await outsider.inject('/api/linking/state')).statusCode, 403);
});

test('a text that is too long, no text, and a body that is no request are refused with the reason', async (t) => {
  const app = await installation(t, 0);
  const refused = async (body: object, code: string) => {
    const reply = await app.post('/api/linking/links', body);
    assert.equal(reply.json<ProblemBody>().code, code);
    assert.ok(reply.json<ProblemBody>().words.vi !== '');
  };
  await refused({ text: 'x'.repeat(200_001) }, 'invalid-request');
  await refused({ text: 'x'.repeat(3_000_000) }, 'file-too-large');
  await refused({ text: '' }, 'invalid-request');
  await refused({ words: 'k8s' }, 'invalid-request');
  await refused({ text: 'k8s', tier: 'oracle' }, 'invalid-request');
  await refused({ text: 'k8s', frameworks: ['a', 'b', 'c', 'd'] }, 'invalid-request');
  assert.equal((await links(app, { text: 'ệ'.repeat(200_000) })).links.length, 0);
});

test('one person may ask so often in a minute; others are not held up by it', async (t) => {
  const app = await installation(t, 0);
  const other = await memberOf(app, { roles: ['viewer'] });
  for (let turn = 0; turn < 60; turn += 1) await links(app, { text: 'k8s' });
  const reply = await app.post('/api/linking/links', { text: 'k8s' });
  assert.equal(reply.statusCode, 429);
  const { code, detail } = reply.json<ProblemBody>();
  assert.equal(code, 'linking-too-often');
  assert.ok(Number(detail.seconds) > 0 && Number(detail.seconds) <= 60);
  await links(other, { text: 'k8s' });
});

test('the state says what links, since when, and how many texts are still to be linked', async (t) => {
  const app = await testApp(t, { linkingThreads: 1 });
  await importSmallFramework(app);
  const state = () => app.get<LinkingState>('/api/linking/state');
  const before = await state();
  assert.deepEqual([before.hybrid, before.builtAt, before.run], ['waiting', null, null]);
  assert.equal(before.linkedAt, null);
  await importFile(app.platform, app.commandLine, {
    kind: 'advertisements',
    content: advertisementsFile([{ title: 'Kỹ sư', employer: 'Công ty Hư Cấu', tags: ['k8s'] }]),
  });
  await relinkTexts(app.platform, textSources);
  const ready = await state();
  assert.equal(ready.hybrid, 'ready');
  assert.ok(ready.builtAt !== null && ready.linkedAt !== null);
  assert.deepEqual(ready.frameworks, [{ code: SMALL, version: '1' }]);
  const { db, linker } = app.platform;
  const { id } = await linker.getEngine(db, await readIndexSet(db));
  await openRun(db, id, 40);
  assert.deepEqual((await state()).run?.total, 40);
});
