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

export async function getPlatformOwner(db: Kysely<DB>): Promise<number> {
  const { id } = await db
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'platform-owner')
    .executeTakeFirstOrThrow();
  return id;
}

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
