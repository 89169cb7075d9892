import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Identity, PartName } from './fields.ts';

/** What names a lasting concept, whether or not it stands in a version. */
export async function getIdentity(db: Kysely<DB>, part: PartName, id: number): Promise<Identity> {
  const { rows } = await sql<Identity>`
    select source_id as "sourceId", uuid, uri
      from ${sql.table(part === 'item' ? 'competency' : 'role')} where id = ${id}`.execute(db);
  return rows[0]!;
}
