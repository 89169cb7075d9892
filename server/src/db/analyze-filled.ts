import type pg from 'pg';

/**
 * Lets the planner know the tables that were just filled, as autovacuum does a minute later. Empty tables
 * are left out: of those it would know that they are empty, and plan the first import into them for one row.
 * `db` must be the owner of the tables.
 */
export async function analyzeFilled(db: pg.Pool | pg.ClientBase): Promise<void> {
  const { rows } = await db.query<{ tables: string | null }>(`
    select string_agg(oid::regclass::text, ', ') as tables from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0`);
  const tables = rows[0]?.tables;
  if (tables) await db.query(`analyze ${tables}`);
}
