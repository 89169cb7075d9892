import { sql, type Kysely } from 'kysely';
import { getActor } from '#src/actors/find-actor.ts';
import type { DB } from '#src/db/types.ts';
import { discardImport } from './discard-import.ts';
import type { Importer } from './importer.ts';

/** Days for which rows about people wait for somebody's word. */
const PATIENCE_DAYS = 7;

/** Files about people that were previewed and then forgotten: their staged rows go. */
export async function discardForgotten(
  db: Kysely<DB>,
  importers: readonly Importer[],
): Promise<void> {
  const kinds = importers.filter(({ personal }) => personal).map(({ kind }) => kind);
  if (kinds.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    select id from import_run
     where kind = any (${kinds}::text[]) and status in ('staging', 'previewed')
       and created_at < now() - make_interval(days => ${PATIENCE_DAYS})`.execute(db);
  const actor = await getActor(db, 'system', 'rows that nobody asked for');
  for (const { id } of rows) await discardImport(db, actor, id);
}
