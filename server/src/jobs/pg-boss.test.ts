import { test } from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { testDatabase } from '#src/testing/database.ts';
import { openJobs, type JobQueue } from './pg-boss.ts';

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 300 && !condition(); turn += 1) await wait(100);
  assert.ok(condition(), 'what was waited for did not happen');
}

async function open(t: { after(fn: () => Promise<void>): void }) {
  const database = await testDatabase();
  const faults: unknown[] = [];
  const jobs: JobQueue = openJobs(database.pool, (fault) => faults.push(fault));
  t.after(() => jobs.stop(1_000));
  return { ...database, jobs, faults };
}

test('A job is done once its fact is committed, and never when the fact is rolled back', async (t) => {
  const { db, jobs } = await open(t);
  const done: string[] = [];
  await jobs.work({ greet: async ({ name }) => void done.push(String(name)) });
  await assert.rejects(
    db.transaction().execute(async (trx) => {
      await jobs.send(trx, { name: 'greet', data: { name: 'rolled back' } });
      throw new Error('the fact fails');
    }),
  );
  await db.transaction().execute(async (trx) => {
    await jobs.send(trx, { name: 'greet', data: { name: 'committed' } });
  });
  await until(() => done.length > 0);
  await wait(700);
  assert.deepEqual(done, ['committed']);
});

test('A second job of the same key that waits in the queue is dropped; other keys are not', async (t) => {
  const { db, jobs } = await open(t);
  await db.transaction().execute(async (trx) => {
    await jobs.send(trx, { name: 'count', data: { n: 1 }, key: 'a' });
    await jobs.send(trx, { name: 'count', data: { n: 2 }, key: 'a' });
    await jobs.send(trx, { name: 'count', data: { n: 3 }, key: 'b' });
    await jobs.send(trx, { name: 'count', data: { n: 4 } });
    await jobs.send(trx, { name: 'count', data: { n: 5 } });
  });
  const done: number[] = [];
  await jobs.work({ count: async ({ n }) => void done.push(Number(n)) });
  await until(() => done.length === 4);
  await wait(700);
  assert.deepEqual(done.sort(), [1, 3, 4, 5]);
});

test('A job of a key that is sent while the first one runs waits for it and is then done', async (t) => {
  const { db, jobs } = await open(t);
  const events: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await jobs.work({
    relink: async ({ n }) => {
      events.push(`begin ${n}`);
      if (n === 1) await held;
      events.push(`end ${n}`);
    },
  });
  const send = (n: number) =>
    db.transaction().execute((trx) => jobs.send(trx, { name: 'relink', data: { n }, key: 'all' }));
  await send(1);
  await until(() => events.includes('begin 1'));
  await send(2);
  await wait(700);
  assert.deepEqual(events, ['begin 1']);
  release();
  await until(() => events.includes('end 2'));
  assert.deepEqual(events, ['begin 1', 'end 1', 'begin 2', 'end 2']);
});

test('A job that fails is tried again, and the queue survives the loss of its connections', async (t) => {
  const { db, owner, jobs, faults } = await open(t);
  let attempts = 0;
  await jobs.work({
    fragile: async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('the first attempt fails');
    },
  });
  await db.transaction().execute((trx) => jobs.send(trx, { name: 'fragile', data: {} }));
  await until(() => attempts === 1);
  await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await until(() => attempts === 2);
  assert.ok(faults.length >= 1);
});
