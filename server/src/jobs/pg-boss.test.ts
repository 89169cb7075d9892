import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '#src/testing/database.ts';
import { openJobs } from './pg-boss.ts';

const database = await testDatabase();
const done: string[] = [];
let refusals = 0;
const queue = await openJobs(database.pool, () => {});
await queue.start({
  'import-stage': async ({ run }) => {
    done.push(String(run));
  },
  'import-apply': async () => {
    refusals++;
    if (refusals === 1) throw new Error('once');
  },
});
after(() => queue.stop(1000));

describe('the queue', () => {
  const until = async (condition: () => boolean) => {
    for (let turn = 0; turn < 200 && !condition(); turn++) await sleep(50);
    assert.ok(condition());
  };

  test('runs a job that was sent in a transaction once that has been committed', async () => {
    await database.db.transaction().execute(async (trx) => {
      await queue.send(trx, { name: 'import-stage', data: { run: 'committed' }, key: 'a' });
    });
    await until(() => done.includes('committed'));
  });

  test('never runs a job whose transaction was rolled back', async () => {
    await database.db
      .transaction()
      .execute(async (trx) => {
        await queue.send(trx, { name: 'import-stage', data: { run: 'rolled back' }, key: 'b' });
        throw new Error('no');
      })
      .catch(() => {});
    await database.db.transaction().execute(async (trx) => {
      await queue.send(trx, { name: 'import-stage', data: { run: 'next' }, key: 'c' });
    });
    await until(() => done.includes('next'));
    assert.ok(!done.includes('rolled back'));
  });

  test('tries a job again that failed', async () => {
    await database.db.transaction().execute(async (trx) => {
      await queue.send(trx, { name: 'import-apply', data: { run: 'x' }, key: 'd' });
    });
    await until(() => refusals === 2);
  });
});
