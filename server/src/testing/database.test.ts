import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareDatabase, testDatabase } from './database.ts';

test('two tests never see each other’s rows', async (t) => {
  const one = await testDatabase(t);
  const other = await testDatabase(t);
  await one.db.insertInto('actor').values({ kind: 'system' }).execute();
  assert.equal((await one.db.selectFrom('actor').selectAll().execute()).length, 1);
  assert.equal((await other.db.selectFrom('actor').selectAll().execute()).length, 0);
});

test('a bare database has no table at all', async (t) => {
  const { pool } = await bareDatabase(t);
  const { rowCount } = await pool.query(`select from pg_tables where schemaname = 'public'`);
  assert.equal(rowCount, 0);
});
