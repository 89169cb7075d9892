import { randomBytes } from 'node:crypto';
import { after, type TestContext } from 'node:test';
import type pg from 'pg';
import { connect, type Database } from '#src/db/connect.ts';
import { openPool } from '#src/db/pool.ts';
import { startTestServer, type TestServer } from './database-server.ts';
import { ensureTemplate } from './template.ts';

export interface TestDatabase extends Database {
  /** The owner of the schema, for what the program itself may not do. Connects when it is first used. */
  owner: pg.Pool;
}

/**
 * A database of this test alone, with every migration applied: a copy of a template, dropped at the
 * end of the test, or of the file when no test is given. Runs on the server that the run has started
 * (see database-server.ts), or starts one when a single file is run by hand.
 */
export async function testDatabase(t?: TestContext): Promise<TestDatabase> {
  const url = await serverUrl();
  return copyOf(url, await ensureTemplate(url, 'migrated'), 'application', t);
}

/** The same as an installation that `nhip init` has just made: regions, reference framework, actors. */
export async function initialisedDatabase(t?: TestContext): Promise<TestDatabase> {
  const url = await serverUrl();
  return copyOf(url, await ensureTemplate(url, 'initialised'), 'application', t);
}

/** The same without any table: for migrations and for restoring a back-up. On another server if given. */
export async function bareDatabase(t?: TestContext, url?: string): Promise<TestDatabase> {
  return copyOf(url ?? (await serverUrl()), 'template0', 'owner', t);
}

let own: Promise<TestServer> | undefined;

async function serverUrl(): Promise<string> {
  const url = process.env.NHIP_TEST_DATABASE_URL ?? process.env.NHIP_TEST_DATABASE;
  if (url) return url;
  own ??= startTestServer();
  return (await own).url;
}

if (process.env.NODE_TEST_CONTEXT) after(async () => (await own)?.stop());

async function copyOf(
  serverUrl: string,
  template: string,
  as: 'application' | 'owner',
  t?: TestContext,
): Promise<TestDatabase> {
  const name = `nhip_test_${Math.floor(Date.now() / 1000)}_${randomBytes(4).toString('hex')}`;
  const pool = openPool({ connectionString: serverUrl, max: 1 });
  await pool.query(`create database ${name} template ${template} encoding 'UTF8'`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const owned = await connect({ kind: 'server', url: url.href });
  const database = as === 'owner' ? owned : await owned.asApplication();
  const owner = as === 'owner' ? owned.pool : openPool({ connectionString: url.href, max: 2 });
  const close = async () => {
    await database.close();
    if (as !== 'owner') await owner.end();
    await pool.query(`drop database if exists ${name} with (force)`);
    await pool.end();
  };
  let closing: Promise<void> | undefined;
  const whole = { ...database, owner, close: () => (closing ??= close()) };
  if (t) t.after(whole.close);
  else after(whole.close);
  return whole;
}
