import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type pg from 'pg';
import { Problem } from '#src/errors.ts';
import { bareDatabase } from '#src/testing/database.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { claimServer } from './claim-server.ts';
import { connect } from './connect.ts';
import { openPool } from './pool.ts';

test('values come out as the types say: whole numbers, exact decimals, dates without a time zone', async (t) => {
  const { pool } = await bareDatabase(t);
  const { rows } = await pool.query(`select
    9007199254740991::int8 as number, 0.10::numeric as decimal, date '2026-07-01' as day,
    timestamptz '2026-07-01 07:00+07' as moment, array[1, null]::int8[] as numbers,
    array[date '2026-07-01'] as days, array['Đà Nẵng', 'a,b'] as words, '{"a": [1]}'::jsonb as json`);
  assert.deepEqual(rows[0], {
    number: 9007199254740991,
    decimal: '0.10',
    day: '2026-07-01',
    moment: new Date('2026-07-01T00:00:00Z'),
    numbers: [1, null],
    days: ['2026-07-01'],
    words: ['Đà Nẵng', 'a,b'],
    json: { a: [1] },
  });
});

test('a whole number that JavaScript cannot hold is an error, never a wrong number', async (t) => {
  const { pool } = await bareDatabase(t);
  await assert.rejects(pool.query('select 9007199254740993::int8'), RangeError);
  assert.equal((await pool.query('select 1 as one')).rows[0].one, 1);
});

test('sessions speak UTC', async (t) => {
  const { db } = await bareDatabase(t);
  const { rows } = await sql<{ zone: string }>`select current_setting('timezone') as zone`.execute(
    db,
  );
  assert.equal(rows[0]!.zone, 'UTC');
});

test('queries work again after the database has cut every connection, idle ones included', async (t) => {
  const { pool } = await bareDatabase(t);
  await Promise.all([1, 2, 3].map(() => pool.query('select pg_sleep(0.05)')));
  const busy = pool.query('select pg_sleep(10)');
  busy.catch(() => {});
  await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await assert.rejects(busy, (fault: { code?: string }) => fault.code === '57P01');
  for (let i = 0; i < 5; i += 1) await pool.query('select 1').catch(() => {});
  assert.equal((await pool.query('select 1 as one')).rows[0].one, 1);
});

test('a database that is away is reported without its password', async () => {
  const url = 'postgres://nhip:secret@127.0.0.1:9/nhip';
  await assert.rejects(connect({ kind: 'server', url }), (fault: unknown) => {
    assert.ok(fault instanceof Problem);
    assert.equal(fault.code, 'database-unreachable');
    assert.doesNotMatch(JSON.stringify(fault.detail), /secret/);
    return true;
  });
});

test('one server at a time: a second is refused until the first lets go', async (t) => {
  const { pool } = await bareDatabase(t);
  const options = { what: 'main', onLost: () => assert.fail('nobody else claimed') };
  const release = await claimServer(pool, options);
  await assert.rejects(claimServer(pool, options), isProblem('server-already-running'));
  release();
  await untilFree(() => claimServer(pool, options).then((again) => again()));
});

test('a server whose connection is cut claims its database again', async (t) => {
  const { pool } = await bareDatabase(t);
  const options = { what: 'main', onLost: () => assert.fail('nobody else claimed') };
  const release = await claimServer(pool, options);
  const holders = `select pid from pg_locks join pg_database d on d.oid = database
    where locktype = 'advisory' and datname = current_database()`;
  const before = (await pool.query(holders)).rows[0].pid;
  await pool.query('select pg_terminate_backend($1)', [before]);
  await untilFree(async () => {
    const { rows } = await pool.query(holders);
    assert.equal(rows.length, 1);
    assert.notEqual(rows[0].pid, before);
  });
  release();
});

test('a server that finds another in its place after an outage learns of it', async (t) => {
  const { pool } = await bareDatabase(t);
  const url = new URL(pool.options.connectionString!);
  const first = openPool({ connectionString: url.href });
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const outside = openPool({ connectionString: url.href });
  const lost = Promise.withResolvers<void>();
  const release = await claimServer(first, { what: 'main', onLost: lost.resolve });

  await pool.query('select 1');
  await outside.query(`alter database ${name} allow_connections false`);
  await outside.query(
    `select pg_terminate_backend(pid) from pg_locks join pg_database d on d.oid = database
      where locktype = 'advisory' and datname = $1`,
    [name],
  );
  const options = { what: 'main', onLost: () => assert.fail('the second stays') };
  await untilUnlocked(outside, name);
  const second = await claimServer(pool, options);
  await outside.query(`alter database ${name} allow_connections true`);
  await lost.promise;

  release();
  second();
  await Promise.all([first.end(), outside.end()]);
});

/** PostgreSQL ends a session a moment after its connection. */
async function untilUnlocked(outside: pg.Pool, name: string): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const { rowCount } = await outside.query(
      `select from pg_locks join pg_database d on d.oid = database
        where locktype = 'advisory' and datname = $1`,
      [name],
    );
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the lock is still held');
}

async function untilFree<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await act();
    } catch (fault) {
      if (tries > 500) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
