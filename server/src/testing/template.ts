import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { lockNamespace, locks } from '#src/db/advisory-locks.ts';
import { analyzeFilled } from '#src/db/analyze-filled.ts';
import { connect } from '#src/db/connect.ts';
import { migrate } from '#src/db/migrate.ts';
import { readMigrations } from '#src/db/migration-files.ts';
import { openPool } from '#src/db/pool.ts';
import { prepareQueue } from '#src/jobs/pg-boss.ts';
import { initialise } from '#src/installation/initialise.ts';

/** migrated: every table, empty. initialised: an installation as `nhip init` makes it. */
export type TemplateKind = 'migrated' | 'initialised';

const ready = new Map<string, Promise<string>>();

/** The name of a database to copy, made once per server and per content of what makes it. */
export function ensureTemplate(serverUrl: string, kind: TemplateKind): Promise<string> {
  const key = `${kind} ${serverUrl}`;
  const known = ready.get(key);
  if (known) return known;
  const template = makeTemplate(serverUrl, kind);
  ready.set(key, template);
  return template;
}

async function makeTemplate(serverUrl: string, kind: TemplateKind): Promise<string> {
  const from = kind === 'migrated' ? 'template0' : await ensureTemplate(serverUrl, 'migrated');
  const name = `nhip_template_${await contentHash(kind)}`;
  const pool = openPool({ connectionString: serverUrl });
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1, $2)', [lockNamespace, locks.testTemplate]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await dropLeftovers(client);
      await build(client, serverUrl, { kind, from, name });
    }
    return name;
  } finally {
    client.release(true);
    await pool.end();
  }
}

/** Made under another name: what bears the name of a template is complete. */
async function build(
  client: pg.ClientBase,
  serverUrl: string,
  { kind, from, name }: { kind: TemplateKind; from: string; name: string },
): Promise<void> {
  const partial = `${name}_partial`;
  await client.query(`drop database if exists ${partial} with (force)`);
  await client.query(`create database ${partial} template ${from} encoding 'UTF8'`);
  const url = new URL(serverUrl);
  url.pathname = `/${partial}`;
  const database = await connect({ kind: 'server', url: url.href });
  try {
    if (kind === 'migrated') {
      await migrate(database.pool);
      await prepareQueue(database.pool);
    } else {
      await initialise(database.db, 'main');
    }
    // as a database that has stood for a minute: the planner knows its tables
    await analyzeFilled(database.pool);
  } finally {
    await database.close();
  }
  await client.query(`comment on database ${partial} is '${new Date().toISOString()}'`);
  await client.query(`alter database ${partial} rename to ${name}`);
}

const source = fileURLToPath(new URL('../', import.meta.url));
const reference = fileURLToPath(new URL('../../../reference/', import.meta.url));
/** What decides what an initialised database holds, beside the migrations. */
const INITIALISING = [
  join(reference, 'framework'),
  join(reference, 'regions'),
  ...[
    'audit',
    'frameworks',
    'installation',
    'languages',
    'organisations',
    'regions',
    'actors',
    'accounts',
    'people',
  ].map((room) => join(source, room)),
];

async function contentHash(kind: TemplateKind): Promise<string> {
  const hash = createHash('sha256').update(kind);
  for (const migration of await readMigrations()) hash.update(migration.sha256);
  for (const folder of kind === 'initialised' ? INITIALISING : []) {
    for (const name of (await readdir(folder, { recursive: true })).sort()) {
      if (/\.(ts|yaml)$/.test(name) && !name.endsWith('.test.ts')) {
        hash.update(name).update(await readFile(join(folder, name)));
      }
    }
  }
  return hash.digest('hex').slice(0, 12);
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
