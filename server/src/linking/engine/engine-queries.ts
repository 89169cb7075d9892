import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { IndexSet } from '../index-set.ts';

export interface EngineRow {
  id: number;
  key: string;
  indexHash: string | null;
  linkerVersion: string;
  builtAt: Date;
}

const columns = [
  'id',
  'key',
  'index_hash as indexHash',
  'linker_version as linkerVersion',
  'built_at as builtAt',
] as const;

export async function findEngine(db: Kysely<DB>, key: string): Promise<EngineRow | undefined> {
  return db.selectFrom('link_engine').select(columns).where('key', '=', key).executeTakeFirst();
}

/** Two processes may build the same index at once; it is the same. */
export async function writeEngine(
  db: Kysely<DB>,
  set: IndexSet,
  { key, indexHash, linkerVersion }: Pick<EngineRow, 'key' | 'indexHash' | 'linkerVersion'>,
): Promise<EngineRow> {
  return db
    .insertInto('link_engine')
    .values({
      key,
      framework_version_ids: set.versions.map(({ id }) => id),
      lexicon_revision_id: set.lexiconRevisionId,
      linker_version: linkerVersion,
      index_hash: indexHash,
    })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ index_hash: indexHash, built_at: new Date() }),
    )
    .returning(columns)
    .executeTakeFirstOrThrow();
}
