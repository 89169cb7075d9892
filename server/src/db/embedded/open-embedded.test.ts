import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from '#src/errors.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { connect } from '../connect.ts';
import { throwawayFolder } from '../throwaway.ts';
import { openEmbedded } from './open-embedded.ts';
import { findPostmaster } from './postmaster.ts';

/** Where the one database of this file lies at the moment; making another costs a second. */
let folder: string;
let remove: () => Promise<void>;

before(async () => {
  ({ folder, remove } = await throwawayFolder());
});
after(() => remove());

const open = () => connect({ kind: 'embedded', folder });
const cluster = () => join(folder, 'cluster');

test('two that open a new folder at the same moment share one database', async () => {
  const [one, other] = await Promise.all([open(), open()]);
  await one.pool.query('create table shared ()');
  await other.pool.query('select from shared');
  await Promise.all([one.close(), other.close()]);
  assert.equal(findPostmaster(cluster()), undefined);
});

test('what was written is there after a stop and a new start, and nothing runs in between', async (t) => {
  const first = await open();
  await first.pool.query(
    `create table greeting (words text); insert into greeting values ('Xin chào')`,
  );
  await first.close();
  assert.equal(findPostmaster(cluster()), undefined);
  const second = await open();
  t.after(second.close);
  assert.deepEqual((await second.pool.query('select words from greeting')).rows, [
    { words: 'Xin chào' },
  ]);
});

test('the database outlives the process that started it while another one uses it', async (t) => {
  const starter = await openEmbedded(folder);
  const guest = await open();
  t.after(guest.close);
  assert.equal(starter.owned, true);
  await starter.stop();
  await guest.pool.query('select 1');
  const late = await openEmbedded(folder);
  assert.equal(late.owned, false);
  await late.stop();
  await guest.pool.query('select 1');
});

test('a PostgreSQL that was killed comes back by itself', async (t) => {
  const database = await open();
  t.after(database.close);
  await database.pool.query('create table note ()');
  const before = findPostmaster(cluster())!;
  process.kill(before.pid, 'SIGKILL');
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      await database.pool.query('select from note');
      if (findPostmaster(cluster())?.pid !== before.pid) break;
    } catch (fault) {
      assert.ok(Date.now() < end, String(fault));
    }
    await sleep(50);
  }
});

test('files left by a crash whose process number still exists, or belongs to another program, do not block the start', async (t) => {
  if (process.platform !== 'linux') return t.skip('needs /proc');
  const stale = `${process.pid}\n${folder}/cluster\n1795000000\n5432\n${folder}/socket\n\n 1 1\nready\n`;
  writeFileSync(join(cluster(), 'postmaster.pid'), stale);
  writeFileSync(join(folder, 'socket', '.s.PGSQL.5432.lock'), stale);
  const database = await open();
  t.after(database.close);
  await database.pool.query('select 1');
});

test('folders with spaces, Vietnamese letters, quotes, commas and very long names work', async () => {
  const above = dirname(folder);
  for (const name of ['Số liệu năm 2026', `"a", 'b'`, 'dài'.repeat(45)]) {
    const moved = join(above, name);
    await rename(folder, moved);
    folder = moved;
    const database = await open();
    assert.equal((await database.pool.query('select 1 as one')).rows[0].one, 1);
    await database.close();
  }
});

test('words of Vietnamese are letters to searches, and sorting does not depend on the machine', async (t) => {
  const database = await open();
  t.after(database.close);
  const { rows } = await database.pool
    .query(
      `
    create extension pg_trgm;
    select show_trgm('đường') as trigrams, upper('đường') as upper,
      (select datlocprovider from pg_database where datname = current_database()) as provider`,
    )
    .then((results) => (results as unknown as { rows: Record<string, unknown>[] }[])[1]!);
  assert.equal((rows[0]!.trigrams as string[]).length, 6);
  assert.equal(rows[0]!.upper, 'ĐƯỜNG');
  assert.equal(rows[0]!.provider, 'b');
});

test('a failed statement leaves no trace of its values in the log', async () => {
  const database = await open();
  await database.pool.query('create table person (email text primary key)');
  const insert = () => database.pool.query('insert into person values ($1)', ['lan@example.org']);
  await insert();
  await assert.rejects(insert());
  await assert.rejects(database.pool.query(`select 'lan@example.org'::int4`));
  await database.close();
  const logs = ['start.log', `postgres-${weekday()}.log`].map((name) => join(folder, 'log', name));
  for (const log of logs) assert.doesNotMatch(readFileSync(log, 'utf8'), /lan@example/);
});

test('a folder that holds anything else is left alone', async () => {
  const other = join(dirname(folder), 'documents');
  mkdirSync(other);
  writeFileSync(join(other, 'thesis.docx'), '');
  await assert.rejects(openEmbedded(other), isProblem('data-folder-not-usable'));
});

test('data of another PostgreSQL version are refused with both versions named', async () => {
  writeFileSync(join(cluster(), 'PG_VERSION'), '17\n');
  await assert.rejects(open(), (fault: Problem) => {
    assert.equal(fault.detail.found, '17');
    return isProblem('embedded-database-other-version')(fault);
  });
});

function weekday(): string {
  return new Date().toUTCString().slice(0, 3);
}
