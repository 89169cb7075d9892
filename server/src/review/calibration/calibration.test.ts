import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import type { ProblemBody } from '#src/http/contract.ts';
import { relinkTexts } from '#src/linking/relinking/relink-texts.ts';
import { inputRevisions } from '#src/measures/input-revision.ts';
import { advertisementsFile } from '#src/testing/advertisements-file.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { importFile } from '#src/testing/import-file.ts';
import { importSmallFramework, PARAPHRASES } from '#src/testing/linking-framework.ts';
import { browserOf, signedIn } from '#src/testing/people.ts';
import { textSources } from '#src/text-sources.ts';
import type { CalibrationState, Recalibrated } from './contract.ts';
import { rebandAll } from './reband.ts';

const CELL = { language: 'en', documentType: 'advertisement' } as const;

/** An installation whose advertisements have links of the hybrid tier. */
async function installation(t: TestContext): Promise<TestApp> {
  const app = await testApp(t, { linkingThreads: 1 });
  await importSmallFramework(app);
  await importFile(app.platform, app.commandLine, {
    kind: 'advertisements',
    content: advertisementsFile([
      { title: 'Kỹ sư', employer: 'Công ty Hư Cấu', tags: ['Docker'], requirements: PARAPHRASES },
    ]),
  });
  assert.equal(await relinkTexts(app.platform, textSources), 'done');
  return app;
}

/**
 * Links that stand in the texts as if the hybrid tier had made them: `n` pairs with log-odds from −3 to
 * 3, of which people have accepted every second among those above `right`, and rejected the others.
 */
async function vote({ database, administrator }: TestApp, n: number, right = 0) {
  const at = (column: string) =>
    `(select ${column} from advertisement_link where method = 'hybrid' limit 1)`;
  await database.owner.query(
    `insert into advertisement_link
       (advertisement_id, competency_id, framework_version_id, lexicon_revision_id, field, ordinal,
        span_start, span_end, surface, normalised, method, form, linker_version, band, probability,
        score, line_language)
     select ${at('advertisement_id')}, ${at('competency_id')}, ${at('framework_version_id')},
            ${at('lexicon_revision_id')}, 'text', 0, 0, 4, 'term', 'term ' || i, 'hybrid', 'term',
            'hybrid-test', case when s >= ln(9) then 'accepted' else 'review' end,
            1 / (1 + exp(-s)), s, 'en'
       from generate_series(0, $1 - 1) i, lateral (select -3 + 6.0 * i / $1 as s) score`,
    [n],
  );
  await database.owner.query(
    `insert into judged_link (normalised, competency_id, document_type, language, score, links)
     select normalised, competency_id, 'advertisement', 'en', score, 1
       from advertisement_link where linker_version = 'hybrid-test'`,
  );
  await database.owner.query(
    `insert into decision (normalised, competency_id, verdict, actor_id, owner_organisation_id)
     select normalised, competency_id,
            case when score > $1 and split_part(normalised, ' ', 2)::int % 2 = 0
                 then 'accept' else 'reject' end, $2, $3
       from advertisement_link where linker_version = 'hybrid-test'`,
    [right, administrator.id, administrator.organisationId],
  );
}

const state = (app: TestApp) => app.get<CalibrationState>('/api/review/calibration');
const cellOf = async (app: TestApp) =>
  (await state(app)).cells.find(
    ({ language, documentType }) => language === 'en' && documentType === 'advertisement',
  )!;

async function bands({ platform: { db } }: TestApp) {
  const { rows } = await sql<{ id: number; band: string; probability: number }>`
    select id, band, probability::float8 as probability from advertisement_link
     where method = 'hybrid' order by id`.execute(db);
  return rows;
}

test('an acceptance keeps the score that it was given by, and the dictionary may then find the pair', async (t) => {
  const app = await installation(t);
  const { db } = app.platform;
  const link = await db
    .selectFrom('advertisement_link')
    .where('method', '=', 'hybrid')
    .selectAll()
    .executeTakeFirstOrThrow();
  const pair = { normalised: link.normalised, competencyId: link.competency_id };
  const reply = await app.post('/api/review/decisions', { ...pair, verdict: 'accept' });
  assert.equal(reply.statusCode, 200, reply.body);
  const kept = await db.selectFrom('judged_link').selectAll().execute();
  assert.deepEqual(
    kept.map(({ normalised, score, language, document_type }) => ({
      ...{ normalised, score, language, document_type },
    })),
    [
      {
        normalised: link.normalised,
        score: link.score,
        language: link.line_language,
        document_type: 'advertisement',
      },
    ],
  );
  const language = link.line_language as 'vi' | 'en';
  const counted = (await state(app)).cells.find(
    (cell) => cell.language === language && cell.documentType === 'advertisement',
  )!;
  assert.deepEqual([counted.votes, counted.right], [1, 1]);
});

test('few votes recalibrate nothing, and the refusal says how many are missing', async (t) => {
  const app = await installation(t);
  await vote(app, 30);
  const before = await bands(app);
  const reply = await app.post('/api/review/calibration', CELL);
  assert.equal(reply.statusCode, 409);
  const { code, detail } = reply.json<ProblemBody>();
  assert.deepEqual([code, detail?.votes, detail?.least], ['calibration-too-few-votes', 30, 50]);
  assert.deepEqual(await bands(app), before);
  assert.equal((await cellOf(app)).proposal, null);
});

test('a recalibration changes bands as it said before, and taken back leaves what was shipped', async (t) => {
  const app = await installation(t);
  await vote(app, 200, 1);
  // links without anybody's word, so that bands decide about them
  await app.database.owner.query(
    `update advertisement_link set normalised = 'free ' || normalised where id % 3 = 0 and linker_version = 'hybrid-test'`,
  );
  await app.database.owner
    .query(`update advertisement_link l set verdict = d.verdict from decision d
     where d.normalised = l.normalised and d.competency_id = l.competency_id`);
  const shipped = await bands(app);
  const { proposal } = await cellOf(app);
  assert.ok(proposal && proposal.moves.toReview > 0 && proposal.moves.toAccepted === 0);
  assert.ok(proposal.errorAfter < proposal.errorBefore);
  const revision = (await inputRevisions(app.platform.db)).demand;

  const made = (await app.post('/api/review/calibration', CELL)).json<Recalibrated>();
  assert.ok(made.links >= 200);
  const after = await bands(app);
  const fallen = await app.database.pool.query(
    `select count(*)::int as n from advertisement_link
      where verdict is null and shipped_band = 'accepted' and band = 'review'`,
  );
  assert.equal(fallen.rows[0].n, proposal.moves.toReview);
  assert.ok(after.every(({ probability }) => probability >= 0 && probability <= 1));
  assert.ok((await inputRevisions(app.platform.db)).demand > revision, 'figures follow');
  const [shown] = (await state(app)).made;
  assert.deepEqual([shown!.id, shown!.stands, shown!.votes], [made.id, true, 200]);
  assert.equal(await rebandAll(app.platform.db), 0, 'what is done is not done again');

  const back = await app.post(`/api/review/calibration/${made.id}/withdraw`);
  assert.equal(back.statusCode, 200, back.body);
  const restored = await bands(app);
  assert.deepEqual(
    restored.map(({ id, band }) => [id, band]),
    shipped.map(({ id, band }) => [id, band]),
  );
  restored.forEach(({ probability }, place) =>
    assert.ok(Math.abs(probability - shipped[place]!.probability) < 1e-6),
  );
  const again = await app.post(`/api/review/calibration/${made.id}/withdraw`);
  assert.equal(again.json<ProblemBody>().code, 'calibration-not-standing');
});

test('the one before stands again when the newest is taken back, and each leaves a fact', async (t) => {
  const app = await installation(t);
  await vote(app, 120);
  const first = (await app.post('/api/review/calibration', CELL)).json<Recalibrated>();
  const byFirst = await bands(app);
  await app.database.owner.query(
    `update judged_link set score = score + 1 where normalised like '%1'`,
  );
  const second = (await app.post('/api/review/calibration', CELL)).json<Recalibrated>();
  assert.notDeepEqual(await bands(app), byFirst);
  const older = await app.post(`/api/review/calibration/${first.id}/withdraw`);
  assert.equal(older.statusCode, 409, 'only what stands can be taken back');
  await app.post(`/api/review/calibration/${second.id}/withdraw`);
  assert.deepEqual(await bands(app), byFirst);
  const { rows } = await app.database.pool.query(
    `select action from audit_fact where subject_kind = 'link-calibration' order by id`,
  );
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['links-recalibrated', 'links-recalibrated', 'recalibration-withdrawn'],
  );
});

test('texts that are linked after it come by the same calibration, and a stop loses nothing', async (t) => {
  const app = await installation(t);
  const { db } = app.platform;
  await vote(app, 120);
  await app.post('/api/review/calibration', CELL);
  const inOne = await bands(app);
  await app.database.owner.query(
    `update advertisement_link set calibration_id = null, band = shipped_band, shipped_band = null
      where calibration_id is not null`,
  );
  const stop = new AbortController();
  stop.abort();
  await assert.rejects(rebandAll(db, { signal: stop.signal }), { name: 'AbortError' });
  await rebandAll(db, { batch: 7 });
  assert.deepEqual(await bands(app), inOne);

  await app.database.owner.query(
    `delete from advertisement_link where linker_version = 'hybrid-test'`,
  );
  const real = await bands(app);
  await db.updateTable('advertisement').set({ link_engine_id: null }).execute();
  assert.equal(await relinkTexts(app.platform, textSources), 'done');
  const anew = await bands(app);
  assert.deepEqual(
    anew.map(({ band, probability }) => [band, probability]),
    real.map(({ band, probability }) => [band, probability]),
  );
});

test('a reviewer sees what a calibration would do and may not start one', async (t) => {
  const app = await testApp(t);
  const reviewer = await signedIn(app.platform, { roles: ['reviewer'] });
  const browser = browserOf(app.app, reviewer.cookie);
  assert.equal((await browser.get<CalibrationState>('/api/review/calibration')).cells.length, 6);
  assert.equal((await browser.post('/api/review/calibration', CELL)).statusCode, 403);
});
