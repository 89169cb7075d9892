import { sql, type Kysely } from 'kysely';
import { deleteUnconfirmedAccounts } from '#src/accounts/create-account.ts';
import { deleteEndedSessions } from '#src/accounts/sessions.ts';
import type { DB } from '#src/db/types.ts';

/** What has ended is forgotten: sessions, challenges, tokens, links, counted attempts, registrations. */
export async function deleteExpired(db: Kysely<DB>): Promise<void> {
  const now = sql<Date>`now()`;
  await deleteEndedSessions(db);
  await deleteUnconfirmedAccounts(db);
  await db.deleteFrom('sign_in_verification').where('expires_at', '<', now).execute();
  await db.deleteFrom('api_access_token').where('expires_at', '<', now).execute();
  await db.deleteFrom('set_up_link').where('expires_at', '<', now).execute();
  const yesterday = Date.now() - 24 * 3_600_000;
  await db.deleteFrom('sign_in_rate').where('last_request', '<', yesterday).execute();
}
