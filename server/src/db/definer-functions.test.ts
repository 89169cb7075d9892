import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialisedDatabase, testDatabase } from '#src/testing/database.ts';

test('what runs past the walls between persons looks nothing up where the program could have put it', async (t) => {
  const { owner } = await testDatabase(t);
  const { rows } = await owner.query<{ name: string; path: string; open: boolean }>(`
    select proname as name, array_to_string(proconfig, ' ') as path,
           has_function_privilege('public', oid, 'execute') as open
      from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`);
  assert.ok(rows.length >= 3);
  for (const { name, path } of rows) {
    assert.equal(path, 'search_path=pg_catalog, public, pg_temp', name);
  }
  // whether a platform is set up yet is told to whoever asks, also on the sign-in page
  const open = rows.filter((row) => row.open).map(({ name }) => name);
  assert.deepEqual(open, ['platform_has_secretariat']);
});

test('a table that the program makes up for itself does not make a session', async (t) => {
  const { pool } = await initialisedDatabase(t);
  const client = await pool.connect();
  try {
    await client.query(`create temp table sign_in_session as select * from public.sign_in_session`);
    await client.query(`create temp table account as select * from public.account`);
    await client.query(`insert into account (id, name, email, email_verified, two_factor_enabled, language, created_at, updated_at)
      values (gen_random_uuid(), 'X', 'x@y.example', true, false, 'vi', now(), now())`);
    await client.query(`insert into sign_in_session (id, account_id, token, expires_at, created_at, updated_at)
      select gen_random_uuid(), id, 'made up', now() + interval '1 day', now(), now() from account`);
    const { rows } = await client.query(`select session_id from session_actor('made up')`);
    assert.deepEqual(rows, []);
  } finally {
    client.release(true);
  }
});

test('through the program’s role nobody reaches files, programs or other roles of the database server', async (t) => {
  const { pool } = await testDatabase(t);
  for (const statement of [
    `copy (select 1) to program 'true'`,
    `copy (select 1) to '/tmp/nhip-of-the-test'`,
    `create temp table line (line text); copy line from '/etc/passwd'`,
    `select pg_read_file('/etc/passwd')`,
    `select lo_import('/etc/passwd')`,
    `create extension file_fdw`,
    `create role another`,
    `alter role nhip_application superuser`,
    `alter system set log_statement = 'all'`,
    `select pg_reload_conf()`,
  ]) {
    await assert.rejects(pool.query(statement), { code: '42501' }, statement);
  }
});
