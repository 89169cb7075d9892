import type pg from 'pg';

export interface Table {
  name: string;
  /** Those that are stored and not computed by PostgreSQL. */
  columns: string[];
}

/** A relation of ours: in the schema public, and not a part of an extension. */
const ours = `c.relnamespace = 'public'::regnamespace
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

/** Our tables except the migrations' own; of a partitioned one the whole, not the parts. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name, array(
      select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum
    ) as columns
    from pg_class c
    where ${ours} and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'schema_migration'
    order by c.relname collate "C"`);
  return rows;
}

export interface Sequence {
  name: string;
  /** As text: it may be beyond the safe integers. */
  lastValue: string;
  isCalled: boolean;
}

export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c
    where ${ours} and c.relkind = 'S' order by c.relname collate "C"`);
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const value = await client.query<Omit<Sequence, 'name'>>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(name)}`,
    );
    sequences.push({ name, ...value.rows[0]! });
  }
  return sequences;
}

/** The pairs of statements that take a foreign key away and put it back; checking it anew on the way. */
export async function listForeignKeys(
  client: pg.ClientBase,
): Promise<{ drop: string; add: string }[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', c.oid::regclass, k.conname) as drop,
      format('alter table %s add constraint %I %s', c.oid::regclass, k.conname, pg_get_constraintdef(k.oid)) as add
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where ${ours} and k.contype = 'f' and k.conparentid = 0
    order by c.relname, k.conname`);
  return rows;
}

/** Tables with triggers of our own, which must not fire while rows return that fired them long ago. */
export async function listTablesWithTriggers(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where ${ours} and not t.tgisinternal and t.tgparentid = 0`);
  return rows.map(({ name }) => name);
}

/** Whether nothing was ever made in this database: not one table, view, sequence or type of ours. */
export async function isBare(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(`select from pg_class c where ${ours} limit 1`);
  return rowCount === 0;
}

/** As SQL writes a name. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
