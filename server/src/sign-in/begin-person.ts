import { sql, type Kysely } from 'kysely';
import { givePerson } from '#src/accounts/create-account.ts';
import { enterScope, platformScope } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import { insertPerson } from '#src/people/insert-person.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { ensureActorOfPerson } from '#src/actors/queries.ts';

/**
 * Makes the person behind an account that has none yet (it registered by itself, or came from the
 * identity provider), and the actor of a person who acts for the first time. Once only, however many
 * requests come at once.
 */
export async function beginPerson(
  db: Kysely<DB>,
  accountId: string,
): Promise<{ personId: number; actorId: number }> {
  const system = await getActor(db, 'system', 'sign-in');
  return db.transaction().execute(async (begun) => {
    const trx = await enterScope(begun, platformScope);
    const { rows } = await sql<{ person_id: number | null; name: string }>`
      select person_id, name from account where id = ${accountId} for update`.execute(trx);
    const account = rows[0]!;
    const personId =
      account.person_id ??
      (await insertPerson(trx, system, { displayName: account.name, language: 'vi' }));
    if (account.person_id === null) await givePerson(trx, accountId, personId);
    return { personId, actorId: await ensureActorOfPerson(trx, personId) };
  });
}
