import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Actor } from './actor.ts';
import { getPlatformOwner, type ProgramActor } from './queries.ts';

/**
 * An actor that is no person: the command line, which whoever holds the machine runs; the system
 * itself; a visitor who has not signed in. All act for the organisation that owns the platform.
 */
export async function getActor(
  db: Kysely<DB>,
  kind: ProgramActor,
  purpose: string,
): Promise<Actor> {
  const { id } = await db
    .selectFrom('actor')
    .select('id')
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  const owner = await getPlatformOwner(db);
  return {
    id,
    kind,
    organisationId: owner,
    organisationIds: kind === 'visitor' ? [] : [owner],
    roles: ROLES[kind],
    purpose,
    personIds: [],
    scopes: [],
  };
}

const ROLES: Record<ProgramActor, Actor['roles']> = {
  'command-line': ['administrator', 'secretariat', 'operator'],
  system: ['system'],
  visitor: [],
};
