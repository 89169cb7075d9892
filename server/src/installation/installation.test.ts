import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Config } from '#src/config.ts';
import { migrate } from '#src/db/migrate.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { bareDatabase, testDatabase } from '#src/testing/database.ts';
import { initialise } from './initialise.ts';
import { openInstallation, targetOf } from './open.ts';

test('an installation is made once, also by two who make it at the same time', async (t) => {
  const { db } = await testDatabase(t);
  const made = await Promise.all([initialise(db, 'main'), initialise(db, 'main')]);
  assert.deepEqual(made.map(({ created }) => created).sort(), [false, true]);
  const again = await initialise(db, 'demo');
  assert.deepEqual([again.created, again.installation.kind], [false, 'main']);
});

test('a new installation has one owner, and actors who act for it', async (t) => {
  const { db } = await testDatabase(t);
  await initialise(db, 'main');
  const commandLine = await getActor(db, 'command-line', 'a test');
  const system = await getActor(db, 'system', 'a test');
  assert.deepEqual(commandLine.roles, ['administrator', 'secretariat', 'operator']);
  assert.deepEqual(system.roles, ['system']);
  assert.equal(commandLine.organisationId, system.organisationId);
  const facts = await db.selectFrom('audit_fact').select('action').orderBy('id').execute();
  assert.deepEqual(
    facts.map(({ action }) => action),
    ['framework-published', 'certificates-written', 'installation-created'],
  );
});

test('the demonstration never opens the database of a real installation, nor the other way', async (t) => {
  const config = await configOf(t);
  assert.equal(targetOf(config, 'main').kind, 'server');
  assert.equal(targetOf(config, 'demo').kind, 'embedded');
  const opened = await openInstallation(config, 'main', { create: true });
  assert.equal(opened.created, true);
  await opened.database.db.updateTable('installation').set({ kind: 'demo' }).execute();
  await opened.close();
  for (const create of [true, false]) {
    await assert.rejects(openInstallation(config, 'main', { create }), {
      code: 'wrong-installation',
      detail: { found: 'demo', wanted: 'main' },
    });
  }
});

test('a database that nobody has initialised is left as it is', async (t) => {
  const config = await configOf(t);
  const open = () => openInstallation(config, 'main', { create: false });
  await assert.rejects(open(), { code: 'not-initialised' });
  const database = await bareDatabase(t);
  await migrate(database.pool);
  const migrated = { ...config, databaseUrl: database.pool.options.connectionString };
  await assert.rejects(openInstallation(migrated, 'main', { create: false }), {
    code: 'not-initialised',
  });
});

test('the files of an installation are its owner’s alone', async (t) => {
  const config = await configOf(t);
  const opened = await openInstallation(config, 'main', { create: true });
  t.after(() => opened.close());
  const { mode } = await stat(opened.files.folder);
  assert.equal(mode & 0o777, 0o700);
});

async function configOf(t: TestContext): Promise<Config> {
  const home = await mkdtemp(join(tmpdir(), 'nhip-home-'));
  t.after(() => rm(home, { recursive: true, force: true }));
  const { pool } = await bareDatabase(t);
  return {
    port: 0,
    host: '127.0.0.1',
    home,
    databaseUrl: pool.options.connectionString,
    databaseOwnerUrl: undefined,
    publicUrl: undefined,
    language: 'vi',
    secret: undefined,
    logLevel: 'error',
    trustProxy: undefined,
    pullHosts: [],
    linkingThreads: 0,
    postOffice: undefined,
    linkEndpoint: undefined,
    identityProvider: undefined,
  };
}
