import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { DemandTable } from '#src/demand/contract.ts';
import { advertisementTexts } from '#src/demand/advertisement-texts.ts';
import { inputRevisions } from '#src/measures/input-revision.ts';
import { advertisementsFile } from '#src/testing/advertisements-file.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { exampleDocument } from '#src/testing/example-programme.ts';
import { importFile } from '#src/testing/import-file.ts';
import { importSmallFramework, PARAPHRASES } from '#src/testing/linking-framework.ts';
import { textSources } from '#src/text-sources.ts';
import { keepLinking } from './keep-linking.ts';
import { relinkTexts } from './relink-texts.ts';
import { findOpenRun } from './run-queries.ts';
import type { TextSource } from './text-source.ts';

/** A small framework in use, and advertisements that ask for it in other words. */
async function installation(t: TestContext, advertisements = 3): Promise<TestApp> {
  const app = await testApp(t, { linkingThreads: 1 });
  await importSmallFramework(app);
  await importAdvertisements(app, advertisements, 0);
  return app;
}

async function importAdvertisements(
  { platform, commandLine }: TestApp,
  count: number,
  from: number,
) {
  await importFile(platform, commandLine, {
    kind: 'advertisements',
    content: advertisementsFile(
      Array.from({ length: count }, (_, at) => ({
        title: `Kỹ sư Kubernetes ${from + at}`,
        employer: `Công ty Hư Cấu ${from + at}`,
        tags: ['Docker'],
        requirements: `${PARAPHRASES}\nHồ sơ số ${from + at}`,
      })),
    ),
  });
}

async function links({ platform: { db } }: TestApp) {
  return db
    .selectFrom('advertisement_link')
    .selectAll()
    .orderBy('advertisement_id')
    .orderBy('field')
    .orderBy('span_start')
    .orderBy('competency_id')
    .execute();
}

const hybridLinks = async (app: TestApp) =>
  (await links(app)).filter(({ method }) => method === 'hybrid');
const withoutIds = (rows: Awaited<ReturnType<typeof links>>) =>
  rows.map(({ id: _, ...row }) => row);

test('texts come in with the links of the dictionary and are then linked by both tiers', async (t) => {
  const app = await installation(t);
  const before = await links(app);
  assert.ok(before.length > 0 && before.every(({ method }) => method !== 'hybrid'));
  assert.equal(await relinkTexts(app.platform, textSources), 'done');
  const after = await links(app);
  const place = (link: (typeof before)[number]) =>
    `${link.advertisement_id} ${link.field} ${link.ordinal} ${link.span_start} ${link.competency_id}`;
  const kept = new Set(after.map(place));
  assert.ok(
    before.every((link) => kept.has(place(link))),
    'no link of the dictionary is lost',
  );
  const added = await hybridLinks(app);
  assert.ok(added.length >= 3);
  for (const link of added) {
    assert.equal(link.field, 'text');
    assert.ok(link.probability! > 0 && link.features!.length > 0 && Number.isFinite(link.score));
    assert.ok(Array.isArray(link.reasons) && link.reasons.length > 0);
    assert.match(link.linker_version, /^hybrid-\d+\.[0-9a-f]{8}$/);
    assert.ok(link.line_language === 'vi' || link.line_language === 'en');
    assert.equal(link.counts, link.band === 'accepted');
  }
  assert.equal(await relinkTexts(app.platform, textSources), 'nothing');
});

test('what waits for a person counts in no figure, and does once a person accepts it', async (t) => {
  const app = await installation(t);
  const { db } = app.platform;
  await relinkTexts(app.platform, textSources);
  const waiting = (await hybridLinks(app)).find(({ band }) => band === 'review')!;
  const { code } = await db
    .selectFrom('competency')
    .where('id', '=', waiting.competency_id)
    .select('code')
    .executeTakeFirstOrThrow();
  const vacancies = async () =>
    (await app.get<DemandTable>('/api/demand')).rows.find(
      ({ competency }) => competency.code === code,
    )?.vacancies ?? 0;
  assert.equal(await vacancies(), 0);
  const pair = { normalised: waiting.normalised, competencyId: waiting.competency_id };
  const accepted = await app.post('/api/review/decisions', { ...pair, verdict: 'accept' });
  assert.equal(accepted.statusCode, 200);
  assert.equal(await vacancies(), 3);
  await app.post(`/api/review/decisions/${accepted.json<{ id: number }>().id}/undo`);
  assert.equal(await vacancies(), 0);
});

test('decisions are replayed on links that are made after them', async (t) => {
  const app = await installation(t);
  await relinkTexts(app.platform, textSources);
  const [one] = await hybridLinks(app);
  const pair = { normalised: one!.normalised, competencyId: one!.competency_id };
  await app.post('/api/review/decisions', { ...pair, verdict: 'reject' });
  await importAdvertisements(app, 2, 10);
  await relinkTexts(app.platform, textSources);
  const same = (await links(app)).filter(
    (link) => link.normalised === pair.normalised && link.competency_id === pair.competencyId,
  );
  assert.equal(new Set(same.map(({ advertisement_id }) => advertisement_id)).size, 5);
  assert.ok(same.every(({ verdict, counts }) => verdict === 'reject' && !counts));
});

test('a run that is stopped goes on where it was, and ends with the same links', async (t) => {
  const app = await installation(t, 5);
  const { db } = app.platform;
  const stop = new AbortController();
  const onePage = (after?: () => void): TextSource => ({
    ...advertisementTexts,
    list: async (...[database, engineId, { after: from }]) => {
      const page = await advertisementTexts.list(database, engineId, { after: from, limit: 2 });
      if (from > 0) after?.();
      return page;
    },
  });
  await assert.rejects(
    relinkTexts(app.platform, [onePage(() => stop.abort())], { signal: stop.signal }),
    { name: 'AbortError' },
  );
  const left = await findOpenRun(db);
  assert.deepEqual([left?.done, left?.total], [2, 5]);
  const progress: string[] = [];
  const outcome = await relinkTexts(app.platform, [onePage()], {
    onProgress: ({ done, total }) => progress.push(`${done}/${total}`),
  });
  assert.equal(outcome, 'done');
  assert.deepEqual(progress, ['4/5', '5/5']);
  const inPieces = withoutIds(await links(app));
  await db.updateTable('advertisement').set({ link_engine_id: null }).execute();
  await relinkTexts(app.platform, [advertisementTexts]);
  assert.deepEqual(withoutIds(await links(app)), inPieces);
});

test('a framework that moves in the midst ends the run; the next one links by the new version', async (t) => {
  const app = await installation(t);
  let moved = false;
  const moving: TextSource = {
    ...advertisementTexts,
    list: async (...[db, engineId, { after }]) => {
      if (after > 0 && !moved) {
        moved = true;
        await importSmallFramework(app, { version: '2', without: ['Docker'] });
      }
      return advertisementTexts.list(db, engineId, { after, limit: 1 });
    },
  };
  assert.equal(await relinkTexts(app.platform, [moving]), 'superseded');
  assert.equal(await findOpenRun(app.platform.db), undefined);
  assert.equal(await relinkTexts(app.platform, textSources), 'done');
  const versions = new Set((await links(app)).map(({ framework_version_id: id }) => id));
  assert.equal(versions.size, 1);
  assert.ok((await links(app)).every(({ form }) => !/docker/i.test(form)));
});

test('a text that is imported anew meanwhile keeps its new links and is linked in the next run', async (t) => {
  const app = await installation(t, 1);
  const { db } = app.platform;
  const late: TextSource = {
    ...advertisementTexts,
    async replace(trx, linkIndex, engineId, owners) {
      const changed = owners.map((owner) => ({ ...owner, mark: 'what stood before' }));
      return advertisementTexts.replace(trx, linkIndex, engineId, changed);
    },
  };
  const before = withoutIds(await links(app));
  await relinkTexts(app.platform, [late]);
  assert.deepEqual(withoutIds(await links(app)), before);
  const { link_engine_id: engine } = await db
    .selectFrom('advertisement')
    .select('link_engine_id')
    .executeTakeFirstOrThrow();
  assert.equal(engine, null);
});

test('figures grow stale only where what counts has changed, and once at the end', async (t) => {
  const app = await installation(t);
  const { db } = app.platform;
  await relinkTexts(app.platform, textSources);
  await db.updateTable('advertisement').set({ link_engine_id: null }).execute();
  const before = (await inputRevisions(db)).demand;
  await relinkTexts(app.platform, textSources);
  assert.equal((await inputRevisions(db)).demand, before + 1);
});

test('outcomes and course titles are linked too: outcomes by both tiers, titles by the dictionary', async (t) => {
  const app = await testApp(t, { linkingThreads: 1 });
  await importSmallFramework(app);
  await importFile(app.platform, app.commandLine, {
    kind: 'programme',
    institution: 'Trường Đại học Thử Nghiệm',
    content: JSON.stringify(exampleDocument()),
  });
  const { db } = app.platform;
  assert.equal(await relinkTexts(app.platform, textSources), 'done');
  const outcomes = await db.selectFrom('learning_outcome_link').selectAll().execute();
  assert.ok(outcomes.some(({ line_language }) => line_language !== null));
  const courses = await db.selectFrom('course_link').selectAll().execute();
  assert.ok(courses.length > 0 && courses.every(({ method }) => method !== 'hybrid'));
  for (const table of ['learning_outcome', 'course'] as const) {
    const rows = await db.selectFrom(table).select('link_engine_id').execute();
    assert.ok(rows.length > 0 && rows.every(({ link_engine_id }) => link_engine_id !== null));
  }
});

test('two at once: one links, the other hears that it is under way', async (t) => {
  const app = await installation(t);
  const outcomes = await Promise.all([
    relinkTexts(app.platform, textSources),
    relinkTexts(app.platform, textSources),
  ]);
  assert.deepEqual(outcomes.sort(), ['busy', 'done']);
});

test('a server links what comes in by itself, and leaves a fact', async (t) => {
  const app = await installation(t);
  const faults: unknown[] = [];
  const stop = keepLinking(app.platform, textSources, (fault) => faults.push(fault), 0.05);
  t.after(stop);
  const until = async (what: string, is: () => Promise<boolean>) => {
    for (let turn = 0; turn < 200; turn += 1) {
      if (await is()) return;
      await wait(100);
    }
    assert.fail(what);
  };
  const linked = async () =>
    new Set((await hybridLinks(app)).map((link) => link.advertisement_id)).size;
  await until('the first three are linked', async () => (await linked()) === 3);
  await importAdvertisements(app, 2, 20);
  await until('those that came later are linked', async () => (await linked()) === 5);
  await until('there is a fact', async () => {
    const { db } = app.platform;
    const facts = db.selectFrom('audit_fact').where('action', '=', 'texts-linked');
    return (await facts.select('id').execute()).length > 0;
  });
  await stop();
  assert.deepEqual(faults, []);
});
