import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { relinkTexts } from '#src/linking/relinking/relink-texts.ts';
import { advertisementsFile } from '#src/testing/advertisements-file.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { exampleDocument } from '#src/testing/example-programme.ts';
import { importFile } from '#src/testing/import-file.ts';
import { textSources } from '#src/text-sources.ts';
import type { PrecisionReport, PrecisionSample } from './contract.ts';

async function installation(t: TestContext): Promise<TestApp> {
  const app = await testApp(t);
  await importFile(app.platform, app.commandLine, {
    kind: 'advertisements',
    content: advertisementsFile(
      Array.from({ length: 30 }, (_, at) => ({
        title: `Kỹ sư ${at}`,
        employer: `Công ty Hư Cấu ${at}`,
        tags: ['K8s', 'SQL'],
      })),
    ),
  });
  await importFile(app.platform, app.commandLine, {
    kind: 'programme',
    institution: 'Trường Đại học Thử Nghiệm',
    content: JSON.stringify(exampleDocument()),
  });
  return app;
}

const report = (app: TestApp, per = 'month') =>
  app.get<PrecisionReport>(`/api/review/precision?per=${per}`);
const sample = (app: TestApp) => app.get<PrecisionSample>('/api/review/precision/sample');

async function judge(app: TestApp, right: (normalised: string) => boolean): Promise<void> {
  for (;;) {
    const { items } = await sample(app);
    if (items.length === 0) return;
    for (const { normalised, competency } of items) {
      const verdict = right(normalised) ? 'accept' : 'reject';
      const reply = await app.post('/api/review/decisions', {
        ...{ normalised, competencyId: competency.id, verdict },
      });
      assert.equal(reply.statusCode, 200, reply.body);
    }
  }
}

test('a sample holds only links that count by themselves, each pair is asked for once, at the place drawn', async (t) => {
  const app = await installation(t);
  const { body, statusCode } = await app.post('/api/review/precision/sample', { each: 200 });
  assert.equal(statusCode, 200, body);
  const { items, drawn, waiting } = await sample(app);
  assert.ok(drawn >= 60 && waiting === drawn);
  const pairs = items.map(({ normalised, competency }) => `${normalised} ${competency.code}`);
  assert.equal(new Set(pairs).size, pairs.length);
  for (const { normalised, examples } of items) {
    const [place] = examples;
    assert.equal(
      place!.text.slice(place!.start, place!.end).toLowerCase().normalize('NFC'),
      normalised,
    );
  }
  const [first] = items;
  await app.post('/api/review/decisions', {
    ...{ normalised: first!.normalised, competencyId: first!.competency.id, verdict: 'accept' },
  });
  await app.post('/api/review/precision/sample', { each: 200 });
  const again = await app.database.pool.query(
    `select 1 from precision_item where normalised = $1 and competency_id = $2
        and precision_draw_id = 2`,
    [first!.normalised, first!.competency.id],
  );
  assert.equal(again.rowCount, 0, 'what bears a word is not drawn');
});

test('the share of right links is that of the draw, with its interval; an undecided draw says nothing', async (t) => {
  const app = await installation(t);
  await app.post('/api/review/precision/sample', { each: 200 });
  const before = await report(app);
  assert.ok(before.series.length > 0);
  assert.ok(
    before.series.every(({ points }) => points.every(({ precision }) => precision === null)),
  );
  await judge(app, (normalised) => normalised !== 'sql');
  const { series } = await report(app, 'week');
  const tags = series.find(({ language }) => language === 'unknown')!;
  const [point] = tags.points;
  assert.equal(point!.decided, point!.drawn);
  assert.equal(point!.precision, point!.right / point!.decided);
  const { rows } = await app.database.pool.query<{ share: number }>(
    `select avg((normalised <> 'sql')::int)::float8 as share from precision_item
      where language is null and tier = 'dictionary'`,
  );
  assert.equal(point!.precision, rows[0]!.share);
  assert.ok(point!.low! < point!.precision! && point!.precision! < point!.high!);
  const csv = await app.inject('/api/review/precision/export.csv?language=en');
  assert.match(csv.body, /Precision/);
  assert.equal((await app.inject('/api/review/precision/export.xlsx')).statusCode, 200);
  const fewer = series.flatMap(({ points }) => points).filter(({ decided }) => decided < 20);
  assert.ok(fewer.every(({ precision }) => precision === null));
});

test('changes of the engine stand beside the figures', async (t) => {
  const app = await installation(t);
  await relinkTexts(app.platform, textSources);
  const { marks } = await report(app);
  assert.deepEqual(
    marks.map(({ kind }) => kind),
    ['engine'],
  );
  assert.match(marks[0]!.version!, /dictionary-/);
});

test('where nothing counts there is nothing to draw, and no draw is left behind', async (t) => {
  const app = await testApp(t);
  const reply = await app.post('/api/review/precision/sample', { each: 30 });
  assert.equal(reply.statusCode, 409);
  const { rowCount } = await app.database.pool.query('select from precision_draw');
  assert.equal(rowCount, 0);
});
