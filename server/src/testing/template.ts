import { createHash } from 'node:crypto';
import type pg from 'pg';
import { lockNamespace, locks } from '#src/db/advisory-locks.ts';
import { migrate } from '#src/db/migrate.ts';
import { readMigrations } from '#src/db/migration-files.ts';
import { openPool } from '#src/db/pool.ts';

const ready = new Map<string, Promise<string>>();

/** The name of a database with all migrations, made once per server and set of migrations. */
export function ensureTemplate(serverUrl: string): Promise<string> {
  const known = ready.get(serverUrl);
  if (known) return known;
  const template = makeTemplate(serverUrl);
  ready.set(serverUrl, template);
  return template;
}

async function makeTemplate(serverUrl: string): Promise<string> {
  const hash = createHash('sha256');
  for (const migration of await readMigrations()) hash.update(migration.sha256);
  const name = `nhip_template_${hash.digest('hex').slice(0, 12)}`;
  const pool = openPool({ connectionString: serverUrl });
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1, $2)', [lockNamespace, locks.testTemplate]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await dropLeftovers(client);
      await build(client, serverUrl, name);
    }
    return name;
  } finally {
    client.release(true);
    await pool.end();
  }
}

/** Made under another name: what bears the name of a template is complete. */
async function build(client: pg.ClientBase, serverUrl: string, name: string): Promise<void> {
  const partial = `${name}_partial`;
  await client.query(`drop database if exists ${partial} with (force)`);
  await client.query(`create database ${partial} template template0 encoding 'UTF8'`);
  const url = new URL(serverUrl);
  url.pathname = `/${partial}`;
  const pool = openPool({ connectionString: url.href, max: 1 });
  try {
    await migrate(pool);
  } finally {
    await pool.end();
  }
  await client.query(`comment on database ${partial} is '${new Date().toISOString()}'`);
  await client.query(`alter database ${partial} rename to ${name}`);
}

/** On a server that stays, killed runs leave databases behind; a day later nobody uses them. */
async function dropLeftovers(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select datname as name from pg_database
    where datname ~ '^nhip_test_\\d+_' and
        to_timestamp(split_part(datname, '_', 3)::float8) < now() - interval '1 day'
      or datname ~ '^nhip_template_' and
        shobj_description(oid, 'pg_database')::timestamptz < now() - interval '1 day'`);
  for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
}
