import type pg from 'pg';
import { Problem } from '#src/errors.ts';
import { ensureApplicationRole } from '../application-role.ts';
import { apply } from '../migrate.ts';
import { readMigrations, type Migration } from '../migration-files.ts';
import { planMigrations, type Mark } from '../migration-plan.ts';
import { listTables, quoted } from './catalogue.ts';

/**
 * Makes the tables as they were when an archive was written, without the rows that migrations bring
 * along: those are in the archive too. Gives back the migrations that came later.
 */
export async function createSchema(client: pg.ClientBase, archived: Mark[]): Promise<Migration[]> {
  const known = await readMigrations();
  const plan = planMigrations(known, archived);
  if (plan.kind === 'newer') throw new Problem('archive-newer-than-program', { what: plan.name });
  if (plan.kind === 'changed') throw new Problem('migration-changed', { what: plan.name });
  const then = known.filter((migration) => !plan.pending.includes(migration));
  await ensureApplicationRole(client);
  for (const migration of then) await apply(client, migration);
  const tables = await listTables(client);
  if (tables.length > 0) {
    await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`);
  }
  return plan.pending;
}
