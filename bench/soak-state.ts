import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { connect } from '../server/src/db/connect.ts';
import type { DB } from '../server/src/db/types.ts';
import { openFiles } from '../server/src/files/files.ts';
import type { ImportStatus } from '../server/src/imports/contract.ts';
import { findMixed, findUnfounded } from './soak-consistency.ts';

/** What an installation holds of an import, read behind the program's back. */
export interface State {
  runs: { id: string; status: ImportStatus; staged: number }[];
  counts: Counts;
  /** Over what the business knows: texts, dates, vacancies, links with their spans; no ids, no times. */
  digest: string;
  /** Contradictions within the database or between it and its files, in words. */
  faults: string[];
}

export interface Counts {
  advertisements: number;
  keys: number;
  vacancies: number;
  links: number;
  demandRevision: number;
}

export async function readState(home: string): Promise<State> {
  const database = await connect({ kind: 'embedded', folder: join(home, 'main', 'postgres') });
  try {
    const { db } = database;
    const runs = await db
      .selectFrom('import_run')
      .select(['id', 'status', 'staged_rows as staged'])
      .orderBy('created_at')
      .$castTo<State['runs'][number]>()
      .execute();
    const counts = await readCounts(db);
    return {
      runs,
      counts,
      digest: await readDigest(db),
      faults: [
        ...(await findUnfounded(db, counts)),
        ...(await findMixed(db, runs)),
        ...(await findLostFiles(db, join(home, 'main', 'files'))),
        ...(await findDamagedIndexes(db)),
      ],
    };
  } finally {
    await database.close();
  }
}

async function readCounts(db: Kysely<DB>): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select (select count(*)::int4 from advertisement) as "advertisements",
           (select count(*)::int4 from advertisement_key) as "keys",
           (select count(*)::int4 from vacancy) as "vacancies",
           (select count(*)::int4 from advertisement_link) as "links",
           (select revision from input_revision where input = 'demand') as "demandRevision"`.execute(
    db,
  );
  return rows[0]!;
}

async function readDigest(db: Kysely<DB>): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    with place as (
      select a.id, a.vacancy_id, k.source || ' ' || k.source_key as name,
             to_jsonb(a) - '{id,vacancy_id,import_run_id,created_at,updated_at}'::text[] as content
        from advertisement a
        join advertisement_key k on k.advertisement_id = a.id
    ), line as (
      select 'advertisement ' || name || content::text || coalesce((to_jsonb(v) - 'id')::text, '') as text
        from place left join vacancy v on v.id = place.vacancy_id
      union all
      select 'link ' || place.name || (to_jsonb(l) - '{id,advertisement_id}'::text[])::text
        from advertisement_link l join place on place.id = l.advertisement_id
      union all
      select 'vacancy ' || (to_jsonb(v) - 'id')::text from vacancy v
      union all
      select 'row ' || (to_jsonb(r) - 'import_run_id')::text
        from import_row r
       where r.import_run_id = (select id from import_run order by created_at limit 1)
    )
    select coalesce(md5(string_agg(text, e'\n' order by text collate "C")), '') as digest from line`.execute(
    db,
  );
  return rows[0]!.digest;
}

/** A file that a row of the database names must lie there, whole. */
async function findLostFiles(db: Kysely<DB>, folder: string): Promise<string[]> {
  const files = openFiles(folder);
  const named = await db.selectFrom('file').select('sha256').execute();
  const faults: string[] = [];
  for (const { sha256 } of named) {
    const hash = createHash('sha256');
    const read = async () => {
      for await (const chunk of files.read(sha256)) hash.update(chunk as Buffer);
    };
    await read().catch((fault: Error) => faults.push(`file ${sha256}: ${fault.message}`));
    if (hash.digest('hex') !== sha256) faults.push(`file ${sha256} is not whole`);
  }
  return faults;
}

/** Every index of ours against its table, as amcheck does it; the extension is not left behind. */
async function findDamagedIndexes(db: Kysely<DB>): Promise<string[]> {
  const undo = new Error('undone on purpose');
  try {
    await db.transaction().execute(async (trx) => {
      await sql`create extension if not exists amcheck`.execute(trx);
      await sql`
        select bt_index_check(c.oid, true)
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_am on pg_am.oid = c.relam
         where c.relkind = 'i' and pg_am.amname = 'btree' and n.nspname = 'public'`.execute(trx);
      throw undo;
    });
  } catch (fault) {
    if (fault !== undo) return [`amcheck: ${(fault as Error).message}`];
  }
  return [];
}
