import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { NewEquating } from './contract.ts';

export async function findEquating(
  db: Kysely<DB>,
  frameworkId: number,
  id: number,
): Promise<{ validFrom: string; validTo: string | null } | undefined> {
  const { rows } = await sql<{ validFrom: string; validTo: string | null }>`
    select e.valid_from::text as "validFrom", e.valid_to::text as "validTo"
      from level_equating e
      join level_scale f on f.id = e.from_scale_id
      join level_scale t on t.id = e.to_scale_id
     where e.id = ${id} and ${frameworkId} in (f.framework_id, t.framework_id)`.execute(db);
  return rows[0];
}

/** The newest edition of a scale. */
export async function scaleOfFramework(
  db: Kysely<DB>,
  code: string,
): Promise<{ id: number; frameworkId: number | null; kind: string } | undefined> {
  return db
    .selectFrom('level_scale')
    .where('code', '=', code)
    .select(['id', 'framework_id as frameworkId', 'kind'])
    .orderBy('edition', 'desc')
    .executeTakeFirst();
}

export async function insertEquating(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: NewEquating & { fromId: number; toId: number },
): Promise<number> {
  const { id } = await trx
    .insertInto('level_equating')
    .values({
      ...{ from_scale_id: wanted.fromId, to_scale_id: wanted.toId },
      ...{ from_lowest: wanted.from.lowest, from_highest: wanted.from.highest },
      ...{ to_lowest: wanted.to.lowest, to_highest: wanted.to.highest },
      ...{ relation: wanted.relation, method: wanted.method, confidence: wanted.confidence },
      ...{ source: wanted.source, author_actor_id: actor.id, valid_from: wanted.validFrom },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function endEquating(
  trx: Transaction<DB>,
  id: number,
  validTo: string,
): Promise<void> {
  await trx.updateTable('level_equating').set({ valid_to: validTo }).where('id', '=', id).execute();
}
