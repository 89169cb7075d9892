import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';

export interface AccountRow {
  id: string;
  personId: number | null;
  name: string;
  email: string;
  emailVerified: boolean;
  twoFactorEnabled: boolean;
  language: string;
}

export async function findAccount(
  db: Kysely<DB>,
  by: { id: string } | { email: string },
): Promise<AccountRow | undefined> {
  return db
    .selectFrom('account')
    .select([
      'id',
      'person_id as personId',
      'name',
      'email',
      'email_verified as emailVerified',
      'two_factor_enabled as twoFactorEnabled',
      'language',
    ])
    .where('id' in by ? 'id' : 'email', '=', 'id' in by ? by.id : by.email)
    .executeTakeFirst();
}

export interface SessionRow {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
}

export async function listSessions(db: Kysely<DB>, accountId: string): Promise<SessionRow[]> {
  return db
    .selectFrom('sign_in_session')
    .select([
      'id',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'updated_at as usedAt',
      'ip_address as ipAddress',
      'user_agent as userAgent',
    ])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', new Date())
    .orderBy('updated_at', 'desc')
    .execute();
}

export async function listPasskeys(db: Kysely<DB>, accountId: string) {
  const rows = await db
    .selectFrom('account_passkey')
    .select(['id', 'name', 'created_at', 'device_type as deviceType'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();
  return rows.map(({ created_at, ...row }) => ({
    ...row,
    createdAt: created_at?.toISOString() ?? null,
  }));
}

/** Of accounts: machines have one that is never confirmed and has no person either. */
export const isNoMachine = sql<boolean>`not exists (
  select from api_client where api_client.account_id = account.id)`;
