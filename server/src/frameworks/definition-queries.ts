import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { DefinitionRow } from './importing/framework-row.ts';

/** Puts these definitions in the place of those of a version. */
export async function writeDefinitions(
  trx: Transaction<DB>,
  versionId: number,
  rows: readonly DefinitionRow[],
): Promise<void> {
  await trx
    .deleteFrom('framework_definition')
    .where('framework_version_id', '=', versionId)
    .execute();
  if (rows.length === 0) return;
  await sql`
    insert into framework_definition (framework_version_id, uuid, kind, body, sequence)
    select ${versionId}, uuid, kind, body, sequence
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as d (uuid uuid, kind text, body jsonb, sequence int4)
    on conflict do nothing`.execute(trx);
}
