import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';

/** The rows themselves, once their term is over or their person is erased; room `people` says which and records it. */
export async function deleteAffiliations(
  trx: ScopedTransaction,
  affiliations: readonly { personId: number; id: number }[],
): Promise<void> {
  const persons = affiliations.map(({ personId }) => personId);
  const ids = affiliations.map(({ id }) => id);
  await sql`delete from affiliation a using unnest(${persons}::int8[], ${ids}::int8[]) as gone (person_id, id)
    where a.person_id = gone.person_id and a.id = gone.id`.execute(trx);
}

/** Invitations of a person who is erased, with the address and the name in them. */
export async function deleteInvitations(
  trx: ScopedTransaction,
  invitationIds: readonly string[],
): Promise<void> {
  if (invitationIds.length === 0) return;
  await trx
    .deleteFrom('invitation')
    .where('id', 'in', [...invitationIds])
    .execute();
}
