import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { Problem } from '#src/errors.ts';
import { databaseProblem } from './database-problem.ts';
import { openEmbedded, type EmbeddedOptions } from './embedded/open-embedded.ts';
import { openPool } from './pool.ts';
import type { DB } from './types.ts';

export type Target =
  | ({ kind: 'embedded'; folder: string } & EmbeddedOptions)
  /** url: postgres://user:password@host:port/database, or any other form that node-postgres reads */
  | { kind: 'server'; url: string };

export interface Database {
  db: Kysely<DB>;
  /** For COPY and advisory locks; everything else goes through `db`. */
  pool: pg.Pool;
  kind: Target['kind'];
  /** Names the database in messages; carries no password. */
  name: string;
  /** Waits for running queries, then leaves; an embedded database stops with its last user. */
  close(): Promise<void>;
}

const oldestVersion = 15;

/**
 * Opens a database; an embedded one is made and started when necessary. Migrates nothing. A lost
 * connection fails the query that meets it and later ones work again once the database is back.
 *
 * Throws database-unreachable, database-too-old, and whatever openEmbedded throws.
 */
export async function connect(target: Target): Promise<Database> {
  if (target.kind === 'server') {
    const pool = openPool({ connectionString: target.url });
    return opened(pool, target.kind, nameOf(target.url), () => Promise.resolve());
  }
  const embedded = await openEmbedded(target.folder, target);
  const { host, port, user, database } = embedded;
  const pool = openPool({ host, port, user, database });
  return opened(pool, target.kind, target.folder, () => embedded.stop());
}

async function opened(
  pool: pg.Pool,
  kind: Target['kind'],
  name: string,
  stop: () => Promise<void>,
): Promise<Database> {
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= pool.end().finally(stop));
  try {
    await checkVersion(pool);
  } catch (fault) {
    await close();
    throw databaseProblem(fault, name) ?? fault;
  }
  return { db, pool, kind, name, close };
}

async function checkVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int4 as number, current_setting('server_version') as version`,
  );
  const found = rows[0]!;
  if (found.number < oldestVersion * 10_000) {
    throw new Problem('database-too-old', { found: found.version });
  }
}

function nameOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}
