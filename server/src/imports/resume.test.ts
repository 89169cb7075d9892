import { test } from 'node:test';
import assert from 'node:assert/strict';
import { faultLine } from '#src/http/log.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { importers } from '#src/importers.ts';
import type { Platform } from '#src/platform.ts';
import type { Actor } from '#src/actors/actor.ts';
import { advertisementCsv } from '#src/testing/advertisement-csv.ts';
import { testPlatform } from '#src/testing/app.ts';
import { importFile, previewFile } from '#src/testing/import-file.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { applyImport } from './apply-import.ts';
import { confirmImport } from './confirm-import.ts';
import { Interrupted } from './faults.ts';
import { findRun } from './queries.ts';
import { continueImport, keepResuming } from './resume-imports.ts';
import { confirmAndApply } from './run-import.ts';
import { stageImport } from './stage-import.ts';
import { startImport } from './start-import.ts';

const ROWS = 1_010;
const rows = Array.from({ length: ROWS }, (_, index) => ({
  job_names: `Kỹ sư số ${index}`,
  company_names: `Công ty Giả Tưởng ${index % 40}`,
  post_dates_formatted: index === 700 ? 'hôm qua' : '05/11/2025 15:05',
}));
/** Three batches of staging. */
const MANY = advertisementCsv(rows);
/** Three steps of applying. */
const SOME = advertisementCsv(rows.slice(0, 250));

function start(platform: Platform, actor: Actor, content = MANY) {
  const request = { kind: 'advertisements', fileName: 'ads.csv' } as const;
  const bytes = (async function* () {
    yield Buffer.from(content);
  })();
  return startImport(platform, importers, actor, request, bytes, 'caller');
}

async function stagedRows(platform: Platform, runId: string): Promise<unknown[]> {
  return platform.db
    .selectFrom('import_row')
    .where('import_run_id', '=', runId)
    .select(['row_number', 'key', 'content_sha256', 'payload', 'change', 'held', 'problems'])
    .orderBy('row_number')
    .execute();
}

/** What an import leaves behind, without the ids and times that differ between two of them. */
async function advertisementStates(platform: Platform): Promise<unknown[]> {
  const { rows } = await sql`
    select a.source_key, a.title, a.employer_key, a.status, v.first_posted_on, v.last_posted_on,
           (select array_agg(l.competency_id || l.field || l.span_start order by l.field, l.ordinal, l.span_start)
              from advertisement_link l where l.advertisement_id = a.id) as links
      from advertisement a left join vacancy v on v.id = a.vacancy_id
     order by a.source_key`.execute(platform.db);
  return rows;
}

test('An import interrupted after any batch goes on behind it and ends as if nothing had happened', async (t) => {
  const undisturbed = await testPlatform(t);
  const whole = await start(undisturbed.platform, undisturbed.commandLine);
  await stageImport(undisturbed.platform, importers, whole.id);
  const expected = await stagedRows(undisturbed.platform, whole.id);
  assert.equal(expected.length, ROWS);

  const { platform, commandLine } = await testPlatform(t);
  const run = await start(platform, commandLine);
  for (const expectedRows of [500, 1_000]) {
    const stop = new AbortController();
    const options = { onProgress: () => stop.abort(), signal: stop.signal };
    await assert.rejects(stageImport(platform, importers, run.id, options), Interrupted);
    const after = await findRun(platform.db, run.id);
    assert.deepEqual([after?.status, after?.stagedRows], ['staging', expectedRows]);
  }
  const resumed = await start(platform, commandLine);
  assert.equal(resumed.id, run.id);
  await stageImport(platform, importers, run.id);
  const done = await findRun(platform.db, run.id);
  assert.equal(done?.status, 'previewed');
  assert.equal(done.totalRows, ROWS);
  assert.deepEqual(await stagedRows(platform, run.id), expected);
});

test('An import whose connections are cut while it is applied leaves nothing behind, and is then finished whole', async (t) => {
  const undisturbed = await testPlatform(t);
  await importFile(undisturbed.platform, undisturbed.commandLine, {
    kind: 'advertisements',
    content: SOME,
  });
  const expected = await advertisementStates(undisturbed.platform);

  const { platform, database, commandLine } = await testPlatform(t);
  const preview = await previewFile(platform, commandLine, {
    kind: 'advertisements',
    content: SOME,
  });
  await confirmImport(platform, importers, commandLine, preview.id, 'caller');
  let cut: Promise<unknown> | undefined;
  const onProgress = () => {
    cut ??= database.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
  };
  await assert.rejects(applyImport(platform, importers, commandLine, preview.id, { onProgress }));
  await cut;
  await untilConnected(platform);
  const { left } = await platform.db
    .selectFrom('advertisement')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .executeTakeFirstOrThrow();
  assert.equal(left, 0);
  assert.equal((await findRun(platform.db, preview.id))?.status, 'applying');

  await continueImport(platform, importers, preview.id, assert.ifError);
  assert.equal((await findRun(platform.db, preview.id))?.status, 'applied');
  assert.deepEqual(await advertisementStates(platform), expected);
});

test('Unfinished imports are found and finished when the server starts, though the queue knows nothing of them', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const confirmed = await previewFile(platform, commandLine, {
    kind: 'advertisements',
    content: advertisementCsv([{ job_names: 'Kỹ sư Java' }]),
  });
  await confirmImport(platform, importers, commandLine, confirmed.id, 'caller');
  const run = await start(platform, commandLine, advertisementCsv([{ job_names: 'Kỹ sư QA' }]));
  const faults: unknown[] = [];
  const stop = keepResuming(platform, importers, (fault) => faults.push(fault));
  const statusOf = async (id: string) => (await findRun(platform.db, id))?.status;
  for (let turn = 0; turn < 200 && (await statusOf(run.id)) === 'staging'; turn += 1)
    await wait(25);
  await stop();
  assert.equal(await statusOf(confirmed.id), 'applied');
  assert.equal(await statusOf(run.id), 'previewed');
  assert.deepEqual(faults, []);
});

test('A fault that nobody foresaw ends the run with a reference, and the log says under it what happened', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const run = await start(platform, commandLine);
  const broken = importers.map((importer) => ({
    ...importer,
    parse: () => {
      throw new TypeError('cannot read the third leg of a stool');
    },
  }));
  const reported: string[] = [];
  await continueImport(platform, broken, run.id, (fault) => reported.push(faultLine(fault)));
  const failed = await findRun(platform.db, run.id);
  assert.equal(failed?.status, 'failed');
  const { reference } = failed.problem!.detail;
  assert.equal(reported.length, 1);
  assert.match(reported[0]!, new RegExp(`${reference} TypeError cannot read the third leg`));
});

test('Two workers on one run do not double it', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const run = await start(platform, commandLine, SOME);
  await Promise.all(
    [1, 2, 3].map(() => continueImport(platform, importers, run.id, assert.ifError)),
  );
  for (
    let turn = 0;
    turn < 200 && (await findRun(platform.db, run.id))?.status === 'staging';
    turn += 1
  ) {
    await wait(25);
  }
  const applying = [1, 2].map(() => confirmAndApply(platform, importers, commandLine, run.id));
  const runs = await Promise.all(applying);
  assert.deepEqual(
    runs.map((one) => one.status),
    ['applied', 'applied'],
  );
  assert.equal((await advertisementStates(platform)).length, 250);
});

test('A run that was discarded while it was being read stays discarded', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const run = await start(platform, commandLine);
  const { discardImport } = await import('./discard-import.ts');
  let discarding: Promise<void> | undefined;
  const onProgress = () => {
    discarding ??= discardImport(platform.db, commandLine, run.id);
  };
  await assert.rejects(stageImport(platform, importers, run.id, { onProgress }));
  await discarding;
  assert.equal((await findRun(platform.db, run.id))?.status, 'discarded');
  assert.deepEqual(await stagedRows(platform, run.id), []);
});

test('A confirmation of a preview that the data has overtaken is refused and the preview computed anew', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const ads = (salaries: string) =>
    advertisementCsv([{ job_names: 'Kỹ sư Java', salaries }, { job_names: 'Kỹ sư QA' }]);
  const file = (content: string) => ({ kind: 'advertisements', content }) as const;
  const first = await previewFile(platform, commandLine, file(ads('30 triệu')));
  assert.equal(first.counts.new, 2);
  await importFile(platform, commandLine, file(ads('20 triệu')));

  const confirm = () => confirmImport(platform, importers, commandLine, first.id, 'caller');
  await assert.rejects(confirm(), isProblem('import-outdated'));
  const anew = await findRun(platform.db, first.id);
  assert.equal(anew?.status, 'previewed');
  assert.equal(anew.problem?.code, 'import-outdated');
  assert.deepEqual([anew.counts.new, anew.counts.changed, anew.counts.same], [0, 1, 1]);
  await confirmAndApply(platform, importers, commandLine, first.id);
  const salaries = await platform.db.selectFrom('advertisement').select('salary_written').execute();
  assert.ok(salaries.some((one) => one.salary_written === '30 triệu'));
});

test('A file imported again while its preview waits gets the preview of today', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const file = (...titles: string[]) =>
    ({
      kind: 'advertisements',
      content: advertisementCsv(titles.map((title) => ({ job_names: title }))),
    }) as const;
  const waiting = await previewFile(platform, commandLine, file('Kỹ sư Java', 'Kỹ sư QA'));
  assert.equal(waiting.counts.new, 2);
  await importFile(platform, commandLine, file('Kỹ sư QA'));
  const again = await previewFile(platform, commandLine, file('Kỹ sư Java', 'Kỹ sư QA'));
  assert.equal(again.id, waiting.id);
  assert.deepEqual([again.counts.new, again.counts.same], [1, 1]);
});

test('A preview stays good when the data moves on without touching its rows', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const file = (title: string) =>
    ({ kind: 'advertisements', content: advertisementCsv([{ job_names: title }]) }) as const;
  const preview = await previewFile(platform, commandLine, file('Kỹ sư Java'));
  await importFile(platform, commandLine, file('Kỹ sư QA'));
  const applied = await confirmAndApply(platform, importers, commandLine, preview.id);
  assert.equal(applied.status, 'applied');
});

test('An archive over the limit is refused before anything is written down', async (t) => {
  const { platform, commandLine } = await testPlatform(t);
  const megabyte = Buffer.alloc(2 ** 20);
  megabyte.set([0x1f, 0x8b]);
  const bytes = (async function* () {
    for (let sent = 0; sent < 70; sent += 1) yield megabyte;
  })();
  const request = { kind: 'advertisements', fileName: 'ads.csv.gz' } as const;
  await assert.rejects(
    startImport(platform, importers, commandLine, request, bytes, 'caller'),
    isProblem('file-too-large'),
  );
  assert.deepEqual(await platform.db.selectFrom('import_run').select('id').execute(), []);
});

/** The pool has noticed every connection that was cut: as many queries at once as it holds all succeed. */
async function untilConnected({ db }: Platform): Promise<void> {
  const ask = () => Promise.all(Array.from({ length: 20 }, () => sql`select 1`.execute(db)));
  for (let tries = 0; tries < 40; tries++) {
    const connected = await ask().then(
      () => true,
      () => false,
    );
    if (connected) return;
    await wait(50);
  }
  throw new Error('the pool did not recover');
}
