import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

/** Ends every session of these persons: what they may do has changed, or who they are. */
export async function endSessions(
  trx: Transaction<DB>,
  personIds: readonly number[],
): Promise<void> {
  if (personIds.length === 0) return;
  await trx
    .deleteFrom('sign_in_session')
    .using('account')
    .whereRef('account.id', '=', 'sign_in_session.account_id')
    .where('account.person_id', 'in', [...personIds])
    .execute();
}
