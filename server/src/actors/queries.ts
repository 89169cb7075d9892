import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

const PROGRAM = ['command-line', 'system', 'visitor'] as const;
export type ProgramActor = (typeof PROGRAM)[number];

/** The actors that are no person: they are there before anybody signs in. */
export async function insertFirstActors(trx: Transaction<DB>): Promise<void> {
  await trx
    .insertInto('actor')
    .values(PROGRAM.map((kind) => ({ kind })))
    .execute();
}

/** The actor of a person, made when the person acts for the first time. */
export async function ensureActorOfPerson(trx: Transaction<DB>, personId: number): Promise<number> {
  const inserted = await trx
    .insertInto('actor')
    .values({ kind: 'person', person_id: personId })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) return inserted.id;
  const { id } = await trx
    .selectFrom('actor')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return id;
}

/** The actor of a machine, which begins with it. */
export async function insertActorOfClient(trx: Transaction<DB>, clientId: string): Promise<void> {
  await trx.insertInto('actor').values({ kind: 'api-client', api_client_id: clientId }).execute();
}

export async function getPlatformOwner(db: Kysely<DB>): Promise<number> {
  const { id } = await db
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'platform-owner')
    .executeTakeFirstOrThrow();
  return id;
}
