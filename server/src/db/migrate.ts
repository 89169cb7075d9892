import type pg from 'pg';
import { Problem } from '#src/errors.ts';
import { lockNamespace, locks } from './advisory-locks.ts';
import { ensureApplicationRole } from './application-role.ts';
import { databaseProblem } from './database-problem.ts';
import { readMigrations, type Migration } from './migration-files.ts';
import { planMigrations, type Mark } from './migration-plan.ts';

/**
 * Brings the schema to this program's state, each file in a transaction of its own, and gives back
 * the names of the migrations it applied. A second process waits for the first.
 *
 * Throws database-newer-than-program, migration-changed, application-role-missing.
 */
export async function migrate(pool: pg.Pool, folder?: string): Promise<string[]> {
  const known = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1, $2)', [lockNamespace, locks.migration]);
    const pending = pendingOf(known, await appliedMigrations(client));
    if (pending.length > 0) await ensureApplicationRole(client);
    for (const migration of pending) await applyAlone(client, migration);
    await client.query('select pg_advisory_unlock($1, $2)', [lockNamespace, locks.migration]);
    client.release();
    return pending.map(({ name }) => name);
  } catch (fault) {
    // With its connection goes its lock.
    client.release(true);
    throw fault;
  }
}

export function pendingOf(known: Migration[], applied: Mark[]): Migration[] {
  const plan = planMigrations(known, applied);
  if (plan.kind === 'newer') throw new Problem('database-newer-than-program', { what: plan.name });
  if (plan.kind === 'changed') throw new Problem('migration-changed', { what: plan.name });
  return plan.pending;
}

/** The migrations that a database has, in name order; none in a bare database. */
export async function appliedMigrations(client: pg.ClientBase): Promise<Mark[]> {
  const table = await client.query(`select to_regclass('schema_migration') is not null as there`);
  if (!table.rows[0].there) return [];
  const { rows } = await client.query<Mark>(
    'select name, sha256 from schema_migration order by name collate "C"',
  );
  return rows;
}

/** Applies one migration inside the transaction of the caller. */
export async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query(`create table if not exists schema_migration (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`);
  try {
    await client.query(migration.sql);
  } catch (fault) {
    const { name } = migration;
    const failed = new Error(`migration ${name}: ${(fault as Error).message}`, { cause: fault });
    throw databaseProblem(fault, name) ?? failed;
  }
  await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [
    migration.name,
    migration.sha256,
  ]);
}

async function applyAlone(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query('begin');
  await apply(client, migration);
  await client.query('commit');
}
