import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Problem } from '#src/errors.ts';
import {
  admitApplicationUser,
  allowApplicationLogin,
  applicationRole,
} from './application-role.ts';
import { databaseProblem } from './database-problem.ts';
import { openEmbedded, type EmbeddedOptions } from './embedded/open-embedded.ts';
import { openPool } from './pool.ts';
import type { DB } from './types.ts';

export type Target =
  | ({ kind: 'embedded'; folder: string } & EmbeddedOptions)
  /**
   * url: postgres://user:password@host:port/database, or any other form that node-postgres reads;
   * ownerUrl: the same database with the login that owns the schema, where that is another one
   */
  | { kind: 'server'; url: string; ownerUrl?: string };

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

/** A database opened by the owner of its schema, who may alter it. */
export interface OwnedDatabase extends Database {
  /**
   * The same database as the program works with it: rows only, and of persons only those in scope.
   * The migrations must have run. Replaces the owner's connections; closing it closes the whole.
   */
  asApplication(): Promise<Database>;
}

const oldestVersion = 15;

/**
 * Opens a database as the owner of its schema; an embedded one is made and started when necessary.
 * Migrates nothing. A lost connection fails the query that meets it and later ones work again once
 * the database is back.
 *
 * Throws database-unreachable, database-too-old, and whatever openEmbedded throws.
 */
export async function connect(target: Target): Promise<OwnedDatabase> {
  if (target.kind === 'server') return connectToServer(target);
  const embedded = await openEmbedded(target.folder, target);
  const { host, port, user, database } = embedded;
  const open = { kind: target.kind, name: target.folder, stop: () => embedded.stop() };
  const owner = await opened({ ...open, pool: openPool({ host, port, user, database }) });
  return {
    ...owner,
    asApplication: async () => {
      await allowApplicationLogin(owner.pool);
      await owner.pool.end();
      return opened({ ...open, pool: openPool({ host, port, user: applicationRole, database }) });
    },
  };
}

async function connectToServer({ url, ownerUrl }: { url: string; ownerUrl?: string }) {
  const open = { kind: 'server' as const, name: nameOf(url), stop: () => Promise.resolve() };
  const owner = await opened({ ...open, pool: openPool({ connectionString: ownerUrl ?? url }) });
  return {
    ...owner,
    asApplication: async () => {
      const user = ownerUrl && new pg.Client(url).user;
      if (user) await admitApplicationUser(owner.pool, user);
      await owner.pool.end();
      return opened({ ...open, pool: openPool({ connectionString: url }, applicationRole) });
    },
  };
}

async function opened({
  pool,
  kind,
  name,
  stop,
}: {
  pool: pg.Pool;
  kind: Target['kind'];
  name: string;
  stop: () => Promise<void>;
}): Promise<Database> {
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= (pool.ended ? Promise.resolve() : pool.end()).finally(stop));
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
