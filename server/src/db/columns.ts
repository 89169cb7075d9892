import type pg from 'pg';

export interface Column {
  table: string;
  name: string;
  /** The name of PostgreSQL's type, of the elements for an array: int4, text, timestamptz … */
  type: string;
  array: boolean;
  nullable: boolean;
  filled: 'by-us' | 'by-default' | 'always-by-database';
  /** The check constraints on this column alone, as PostgreSQL writes them. */
  checks: string[];
}

/** Every column of our tables and views, except the migrations' own table, in the order of name and position. */
export async function listColumns(client: pg.ClientBase | pg.Pool): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name,
      coalesce(element.typname, t.typname) as type,
      element.oid is not null as array,
      not a.attnotnull as nullable,
      case
        when a.attidentity = 'a' or a.attgenerated <> '' or c.relkind in ('v', 'm') then 'always-by-database'
        when a.attidentity = 'd' or a.atthasdef then 'by-default'
        else 'by-us'
      end as filled,
      array(
        select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] order by k.conname
      ) as checks
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
    where c.relnamespace = 'public'::regnamespace
      and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
      and c.relname <> 'schema_migration'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C", a.attnum`);
  return rows;
}
