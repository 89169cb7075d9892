import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { Purpose } from './purposes.ts';

/**
 * Writes down that the actor looked at these persons, in the transaction of the read itself: a read
 * that cannot be written down does not happen. `what` is the code of a view (look-words.ts) and holds
 * no personal data. Who looks at themselves leaves no trace.
 */
export async function recordAccess(
  trx: ScopedTransaction,
  actor: Actor,
  look: { personIds: readonly number[]; purpose: Purpose; what: string },
): Promise<void> {
  const others = [...new Set(look.personIds)].filter((id) => !actor.personIds.includes(id));
  if (others.length === 0) return;
  await sql`insert into person_access (person_id, actor_id, organisation_id, roles, purpose, what)
    select seen, ${actor.id}, ${actor.organisationId}, ${actor.roles}::text[], ${look.purpose}, ${look.what}
      from unnest(${others}::int8[]) as seen`.execute(trx);
}
