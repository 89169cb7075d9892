import type pg from 'pg';
import { connect } from '#src/db/connect.ts';
import { PLACES, type Place } from '#src/db/distribution.ts';
import { migrate } from '#src/db/migrate.ts';
import { throwawayFolder } from '#src/db/throwaway.ts';
import { readSources, type Source } from './sources.ts';

/** The rules that keep the schema fit for several machines, read from the migrated schema and the SQL. */
export async function checkDistribution(): Promise<string[]> {
  const { folder, remove } = await throwawayFolder();
  try {
    const database = await connect({ kind: 'embedded', folder, durability: 'none' });
    try {
      await migrate(database.pool);
      const schema = await readSchema(database.pool);
      return [...brokenRules(schema), ...brokenQueries(await readSources('server/src'))];
    } finally {
      await database.close();
    }
  } finally {
    await remove();
  }
}

export interface Schema {
  tables: {
    name: string;
    columns: { name: string; type: string; nullable: boolean; identity: boolean }[];
    /** Columns of the primary key and of every unique index; an expression counts as ''. */
    keys: string[][];
    triggers: number;
    /** Row-level security is on and at least one policy says who sees what. */
    guarded: boolean;
  }[];
  foreignKeys: { table: string; columns: string[]; target: string; targetColumns: string[] }[];
}

export async function readSchema(client: pg.Pool): Promise<Schema> {
  const tables = await client.query<Schema['tables'][number]>(`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', t.typname, 'nullable', not a.attnotnull,
          'identity', a.attidentity <> '') order by a.attnum)
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select json_agg(array(
          select coalesce(a.attname, '') from unnest(i.indkey) with ordinality as k (attnum, at)
          left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum and k.attnum > 0 order by k.at))
        from pg_index i where i.indrelid = c.oid and i.indisunique), '[]') as keys,
      (select count(*)::int4 from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal) as triggers,
      c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as guarded
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'
    order by c.relname`);
  const foreignKeys = await client.query<Schema['foreignKeys'][number]>(`
    select f.conrelid::regclass::text as table, f.confrelid::regclass::text as target,
      array(select a.attname::text from unnest(f.conkey) k join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k) as columns,
      array(select a.attname::text from unnest(f.confkey) k join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k) as "targetColumns"
    from pg_constraint f where f.contype = 'f' and f.connamespace = 'public'::regnamespace`);
  return { tables: tables.rows, foreignKeys: foreignKeys.rows };
}

export function brokenRules(
  { tables, foreignKeys }: Schema,
  places: Readonly<Record<string, Place>> = PLACES,
): string[] {
  const findings: string[] = [];
  const names = new Set(tables.map(({ name }) => name));
  for (const name of Object.keys(places)) {
    if (!names.has(name))
      findings.push(`${name} has a place in db/distribution.ts and does not exist`);
  }
  for (const table of tables) {
    const place = places[table.name];
    if (!place) findings.push(`${table.name} has no place in db/distribution.ts`);
    else if (typeof place === 'object') findings.push(...brokenKeys(table, place.distributed));
  }
  for (const key of foreignKeys) {
    const [from, to] = [places[key.table], places[key.target]];
    const text = `${key.table} (${key.columns.join(', ')}) → ${key.target}`;
    if (typeof to === 'object' && typeof from !== 'object') {
      findings.push(`${text}: a table that is not distributed refers to one that is`);
    }
    if (typeof from === 'object' && to === 'local') {
      findings.push(`${text}: a distributed table refers to a local one`);
    }
    if (typeof from === 'object' && typeof to === 'object') {
      const at = key.columns.indexOf(from.distributed);
      if (at < 0 || key.targetColumns[at] !== to.distributed) {
        findings.push(
          `${text}: a foreign key between distributed tables without what they are distributed by`,
        );
      }
    }
  }
  return findings;
}

function brokenKeys(table: Schema['tables'][number], by: string): string[] {
  const findings: string[] = [];
  const column = table.columns.find(({ name }) => name === by);
  if (!column) return [`${table.name} is distributed by ${by}, which it does not have`];
  if (column.nullable) findings.push(`${table.name}.${by} may be null`);
  for (const key of table.keys.filter((columns) => !columns.includes(by))) {
    findings.push(`${table.name} has a unique key (${key.join(', ')}) without ${by}`);
  }
  if (table.keys.length === 0) findings.push(`${table.name} has no primary key`);
  if (table.triggers > 0) findings.push(`${table.name} has a trigger`);
  for (const { name, type } of table.columns.filter(({ identity }) => identity)) {
    if (type !== 'int8')
      findings.push(`${table.name}.${name} counts in ${type}: the workers share int8 alone`);
  }
  if (by === 'person_id' && !table.guarded) {
    findings.push(`${table.name} is about persons and has no row-level security`);
  }
  return findings;
}

const PERSONS = Object.entries(PLACES).flatMap(([table, place]) =>
  typeof place === 'object' && place.distributed === 'person_id' ? [table] : [],
);

/** What Citus cannot run over several machines, as it stands in our SQL. */
export function brokenQueries(sources: Source[]): string[] {
  const findings: string[] = [];
  const names = PERSONS.join('|');
  const say = (path: string, text: string, at: number, what: string) =>
    findings.push(`${path}:${text.slice(0, at).split('\n').length} ${what}`);
  for (const { path, text } of sources) {
    if (/\.test\.ts$/.test(path) || /\/(checks|testing)\//.test(path)) continue;
    for (const match of text.matchAll(/\b(grouping\s+sets|rollup\s*\(|cube\s*\()/gi)) {
      say(path, text, match.index, `${match[1]} does not run over several machines`);
    }
    for (const match of text.matchAll(/\bwith\s+recursive\b[^`]*/gi)) {
      const table = new RegExp(`\\b(?:from|join)\\s+(${names})\\b`, 'i').exec(match[0]);
      if (table) say(path, text, match.index, `a recursive query over ${table[1]}`);
    }
    const chains = new RegExp(`selectFrom\\(\\s*'(${names})[' ][^;]*?\\.forUpdate\\(`, 'g');
    for (const match of text.matchAll(chains)) {
      if (!/person_id'\s*,\s*'='/.test(match[0])) {
        say(path, text, match.index, `rows of ${match[1]} are locked across persons`);
      }
    }
  }
  return findings;
}
