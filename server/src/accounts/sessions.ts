import { randomBytes, randomUUID } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

/** A session ends a day after it was last used, and two weeks after it began. */
export const IDLE_SECONDS = 24 * 3600;
const LONGEST_SECONDS = 14 * IDLE_SECONDS;
/** How often the use of a session is written down. */
const NOTED_SECONDS = 3600;

export interface NewSession {
  accountId: string;
  organisationId?: number;
  ipAddress: string | null;
  userAgent: string | null;
}

/** Begins a session and gives back its token, which is stored nowhere else than in the row. */
export async function insertSession(trx: Transaction<DB>, session: NewSession): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  await trx
    .insertInto('sign_in_session')
    .values({
      id: randomUUID(),
      account_id: session.accountId,
      token,
      organisation_id: session.organisationId ?? null,
      ip_address: session.ipAddress,
      user_agent: session.userAgent?.slice(0, 400) ?? null,
      expires_at: new Date(now.getTime() + IDLE_SECONDS * 1000),
      created_at: now,
      updated_at: now,
    })
    .execute();
  return token;
}

/** Until when a session that is used now lasts; undefined while that need not be written down yet. */
export function prolonged(
  session: { createdAt: Date; expiresAt: Date },
  now: Date,
): Date | undefined {
  const latest = session.createdAt.getTime() + LONGEST_SECONDS * 1000;
  const wanted = Math.min(now.getTime() + IDLE_SECONDS * 1000, latest);
  return wanted - session.expiresAt.getTime() > NOTED_SECONDS * 1000 ? new Date(wanted) : undefined;
}

export async function prolongSession(db: Kysely<DB>, id: string, until: Date): Promise<void> {
  await db
    .updateTable('sign_in_session')
    .set({ expires_at: until, updated_at: new Date() })
    .where('id', '=', id)
    .execute();
}

export async function chooseOrganisation(
  trx: Transaction<DB>,
  sessionId: string,
  organisationId: number,
): Promise<void> {
  await trx
    .updateTable('sign_in_session')
    .set({ organisation_id: organisationId })
    .where('id', '=', sessionId)
    .execute();
}

/** Ends one session of an account; false when it has none of that id. */
export async function endSession(
  trx: Transaction<DB>,
  accountId: string,
  sessionId: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('sign_in_session')
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends every session of an account except, where given, the present one. */
export async function endOtherSessions(
  trx: Transaction<DB>,
  accountId: string,
  keep?: string,
): Promise<void> {
  await trx
    .deleteFrom('sign_in_session')
    .where('account_id', '=', accountId)
    .$if(keep !== undefined, (query) => query.where('id', '<>', keep!))
    .execute();
}

export async function deleteEndedSessions(db: Kysely<DB>): Promise<void> {
  await db
    .deleteFrom('sign_in_session')
    .where('expires_at', '<', sql<Date>`now()`)
    .execute();
}
