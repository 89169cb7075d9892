import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Actor } from './actor.ts';

/**
 * The actor of this program until accounts exist: one local administrator (the browser on this
 * machine), the command line, and the system itself. All act for the organisation that owns the
 * installation.
 */
export async function getActor(
  db: Kysely<DB>,
  kind: Actor['kind'],
  purpose: string,
): Promise<Actor> {
  const actor = await db
    .selectFrom('actor')
    .select('id')
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  const owner = await db
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'platform-owner')
    .executeTakeFirstOrThrow();
  return {
    id: actor.id,
    kind,
    organisationId: owner.id,
    roles: [kind === 'system' ? 'system' : 'administrator'],
    purpose,
  };
}
