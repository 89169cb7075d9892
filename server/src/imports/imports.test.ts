import { test } from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { advertisementCsv, requirementsAbout } from '#src/testing/advertisement-csv.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { TEST_HOST } from '#src/testing/people.ts';
import type { ImportRowPage, ImportRun } from './contract.ts';

const GOOD = { job_names: 'Kỹ sư Java' };
const BAD = { job_names: '=HYPERLINK("http://example.org")', post_dates_formatted: '31/02/2026' };

async function upload(
  app: TestApp,
  content: string | Buffer,
  query: Record<string, string> = {},
): Promise<ImportRun> {
  const reply = await send(app, content, query);
  assert.equal(reply.statusCode, 201, reply.body);
  return reply.json<ImportRun>();
}

function send(app: TestApp, content: string | Buffer, query: Record<string, string> = {}) {
  const search = new URLSearchParams({ kind: 'advertisements', fileName: 'ads.csv', ...query });
  return app.inject({
    method: 'POST',
    url: `/api/imports?${search}`,
    headers: { 'content-type': 'application/octet-stream', origin: `http://${TEST_HOST}` },
    payload: Buffer.from(content),
  });
}

async function settled(app: TestApp, id: string): Promise<ImportRun> {
  for (let turn = 0; turn < 300; turn += 1) {
    const run = await app.get<ImportRun>(`/api/imports/${id}`);
    if (run.status !== 'staging' && run.status !== 'applying') return run;
    await wait(50);
  }
  throw new Error('the import did not settle');
}

test('A file sent to the server is checked, previewed, confirmed and applied while the page may be left', async (t) => {
  const app = await testApp(t);
  const content = advertisementCsv([GOOD, { ...GOOD, job_names: 'Kỹ sư QA' }, BAD]);
  const run = await upload(app, content);
  assert.equal(run.status, 'staging');
  assert.equal(run.source, 'itviec');
  await app.startJobs();
  const preview = await settled(app, run.id);
  assert.equal(preview.status, 'previewed');
  assert.equal(preview.totalRows, 3);
  assert.deepEqual(preview.counts, {
    new: 2,
    changed: 0,
    same: 0,
    removed: 0,
    rejected: 1,
    held: 0,
    warnings: 1,
  });

  const confirmed = await app.post(`/api/imports/${run.id}/apply`);
  assert.equal(confirmed.statusCode, 202);
  assert.equal((await settled(app, run.id)).status, 'applied');
  const { total } = await app.get<{ total: number }>('/api/advertisements');
  assert.equal(total, 2);
  const again = await app.post(`/api/imports/${run.id}/apply`);
  assert.equal(again.json<ImportRun>().status, 'applied');
});

test('Every rejected row says in both languages what is wrong with which cell, and can be taken away as a table', async (t) => {
  const app = await testApp(t);
  const run = await upload(app, advertisementCsv([GOOD, BAD]));
  await app.startJobs();
  await settled(app, run.id);
  const page = await app.get<ImportRowPage>(`/api/imports/${run.id}/rows?change=rejected`);
  assert.equal(page.total, 1);
  const row = page.items[0]!;
  assert.equal(row.rowNumber, 2);
  const date = row.problems.find((problem) => problem.severity === 'error')!;
  assert.equal(date.code, 'date-unreadable');
  assert.equal(date.column, 'post_dates_formatted');
  assert.match(date.words.vi, /31\/02\/2026.*không có thật/);
  assert.match(date.words.en, /31\/02\/2026.*does not exist/);

  const { body } = await app.inject(`/api/imports/${run.id}/rows.csv`);
  const lines = body.trim().split('\r\n');
  assert.equal(lines.length, 2);
  assert.match(lines[1]!, /^2,"'=HYPERLINK/);
});

test('The rows can be narrowed to those that are held, warned about or without any finding', async (t) => {
  const app = await testApp(t);
  const short = { job_names: 'Kỹ sư A', exp_skills: 'Viết ứng dụng web' };
  const odd = { job_names: 'Kỹ sư B', kind_jobs: 'On the moon' };
  const run = await upload(app, advertisementCsv([GOOD, short, odd, BAD]));
  await app.startJobs();
  await settled(app, run.id);
  const numbers = async (query: string) => {
    const page = await app.get<ImportRowPage>(`/api/imports/${run.id}/rows?${query}`);
    return page.items.map((row) => row.rowNumber);
  };
  assert.deepEqual(await numbers('held=true'), [2]);
  assert.deepEqual(await numbers('severity=warning'), [3, 4]);
  assert.deepEqual(await numbers('problems=false'), [1]);
  assert.deepEqual(await numbers('page=2&size=3'), [4]);
});

test('A file that is not UTF-8 is refused with the place of the first wrong byte, and nothing of it stays', async (t) => {
  const app = await testApp(t);
  const good = Buffer.from(advertisementCsv([GOOD]));
  const run = await upload(app, Buffer.concat([good, Buffer.from([0xd5, 0x20]), good]));
  await app.startJobs();
  const failed = await settled(app, run.id);
  assert.equal(failed.status, 'failed');
  assert.equal(failed.problem?.code, 'encoding-not-utf8');
  assert.match(failed.problem.words.en, new RegExp(`byte ${good.length}\\b`));
  const refused = await app.post(`/api/imports/${run.id}/apply`);
  assert.equal(refused.statusCode, 409);
  const utf16 = await send(app, Buffer.from(`\ufeff${advertisementCsv([GOOD])}`, 'utf16le'));
  assert.equal(utf16.json<{ code: string }>().code, 'encoding-utf16');
});

test('A file of no known format, without the needed columns, or without rows is refused in words', async (t) => {
  const app = await testApp(t);
  const unknown = await send(app, 'name;age\nA;1\n');
  assert.equal(unknown.statusCode, 400);
  assert.equal(unknown.json<{ code: string }>().code, 'format-unknown');
  await app.startJobs();
  const [header] = advertisementCsv([]).split('\n');
  const without = await settled(
    app,
    (await upload(app, `${header!.replace(',exp_skills', '')}\n`)).id,
  );
  assert.equal(without.problem?.code, 'columns-missing');
  assert.match(without.problem.words.vi, /exp_skills/);
  const empty = await settled(app, (await upload(app, `${header}\n`)).id);
  assert.equal(empty.problem?.code, 'file-empty');
});

test('A preview that nobody wants can be discarded; what was applied cannot', async (t) => {
  const app = await testApp(t);
  await app.startJobs();
  const run = await upload(app, advertisementCsv([GOOD]));
  await settled(app, run.id);
  const discarded = await app.post(`/api/imports/${run.id}/discard`);
  assert.equal(discarded.json<ImportRun>().status, 'discarded');
  assert.equal((await app.post(`/api/imports/${run.id}/apply`)).statusCode, 409);

  const second = await upload(app, advertisementCsv([GOOD]));
  assert.notEqual(second.id, run.id);
  await settled(app, second.id);
  await app.post(`/api/imports/${second.id}/apply`);
  await settled(app, second.id);
  assert.equal((await app.post(`/api/imports/${second.id}/discard`)).statusCode, 409);
});

test('A file of more than a megabyte is taken in as a stream', async (t) => {
  const app = await testApp(t);
  const long = requirementsAbout('một hệ thống rất lớn').repeat(200);
  const rows = Array.from({ length: 40 }, (_, index) => ({
    job_names: `Kỹ sư ${index}`,
    exp_skills: `${index} ${long}`,
  }));
  const content = advertisementCsv(rows);
  assert.ok(content.length > 1.5 * 2 ** 20);
  const run = await upload(app, content);
  await app.startJobs();
  assert.equal((await settled(app, run.id)).counts.new, 40);
});

test('The same file sent twice before it is applied is one import', async (t) => {
  const app = await testApp(t);
  const first = await upload(app, advertisementCsv([GOOD]));
  const second = await upload(app, advertisementCsv([GOOD]));
  assert.equal(second.id, first.id);
  const other = await upload(app, advertisementCsv([GOOD]), { source: 'another-site' });
  assert.notEqual(other.id, first.id);
});
