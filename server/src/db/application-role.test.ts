import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareDatabase, testDatabase } from '#src/testing/database.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';

const DENIED = { code: '42501' };

test('the program cannot alter the schema', async (t) => {
  const { pool } = await testDatabase(t);
  for (const statement of [
    'create table note (id int4)',
    'alter table person add column secret text',
    'drop table consent',
    'truncate person',
    'create index on affiliation (full_name)',
    'drop policy affiliation_scope on affiliation',
    'alter table affiliation disable row level security',
    'create function note() returns int4 language sql as $$ select 1 $$',
    `alter function session_actor(text) owner to nhip_application`,
    `update schema_migration set sha256 = ''`,
    'create schema other',
  ]) {
    await assert.rejects(pool.query(statement), DENIED, statement);
  }
});

test('the program cannot rewrite what is written once: facts, seals, decisions, looks, erasures', async (t) => {
  const { pool } = await testDatabase(t);
  for (const table of ['audit_fact', 'audit_seal', 'decision', 'person_access', 'erasure']) {
    await assert.rejects(pool.query(`delete from ${table}`), DENIED, table);
    await assert.rejects(pool.query(`truncate ${table}`), DENIED, table);
  }
  await assert.rejects(pool.query(`update audit_fact set action = 'nothing'`), DENIED);
  await assert.rejects(pool.query(`update audit_seal set fact_count = 1`), DENIED);
});

test('who owns the schema and who works on it may be different logins', async (t) => {
  const bare = await bareDatabase(t);
  const url = new URL(bare.pool.options.connectionString!);
  const name = `nhip_worker_${url.pathname.slice(-8)}`;
  await migrate(bare.pool);
  await bare.pool.query(`create role ${name} login`);
  t.after(() => undefined);
  const worker = new URL(url);
  worker.username = name;
  const owner = await connect({ kind: 'server', url: worker.href, ownerUrl: url.href });
  const database = await owner.asApplication();
  try {
    const { rows } = await database.pool.query(
      'select session_user::text as login, current_user::text as role',
    );
    assert.deepEqual(rows, [{ login: name, role: 'nhip_application' }]);
    await assert.rejects(database.pool.query('create table note (id int4)'), DENIED);
    await assert.rejects(database.pool.query('set role postgres; create table note (id int4)'));
  } finally {
    await database.close();
    await bare.pool.query(`revoke nhip_application from ${name}; drop role ${name}`);
  }
});

test('a login that may neither make nor use the role is told what to ask for', async (t) => {
  const bare = await bareDatabase(t);
  const url = new URL(bare.pool.options.connectionString!);
  const name = `nhip_poor_${url.pathname.slice(-8)}`;
  await bare.pool.query(`create role ${name} login; grant create on schema public to ${name}`);
  url.username = name;
  const poor = await connect({ kind: 'server', url: url.href });
  try {
    await assert.rejects(migrate(poor.pool), isProblem('application-role-missing'));
  } finally {
    await poor.close();
    await bare.pool.query(`drop owned by ${name}; drop role ${name}`);
  }
});
