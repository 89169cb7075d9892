import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Actor } from './actor.ts';

const KINDS: Actor['kind'][] = ['local-administrator', 'command-line', 'system'];

/** The actors that exist before accounts do. */
export async function insertFirstActors(trx: Transaction<DB>): Promise<void> {
  await trx
    .insertInto('actor')
    .values(KINDS.map((kind) => ({ kind })))
    .execute();
}
