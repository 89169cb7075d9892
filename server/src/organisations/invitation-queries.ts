import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { INVITATION_DAYS } from './invitation-rules.ts';
import type { GrantedRole } from './role-rules.ts';

export interface InvitationRecord {
  id: string;
  organisationId: number;
  email: string | null;
  personId: number | null;
  fullName: string | null;
  unitId: number | null;
  roles: GrantedRole[];
  language: 'vi' | 'en';
  invitedByActorId: number;
  invitedAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  letterDue: boolean;
}

const invitations = (db: Kysely<DB>) =>
  db
    .selectFrom('invitation')
    .select([
      'id',
      'organisation_id as organisationId',
      'email',
      'person_id as personId',
      'full_name as fullName',
      'unit_id as unitId',
      'roles',
      'language',
      'invited_by_actor_id as invitedByActorId',
      'invited_at as invitedAt',
      'expires_at as expiresAt',
      'accepted_at as acceptedAt',
      'revoked_at as revokedAt',
      'letter_due as letterDue',
    ])
    .$castTo<InvitationRecord>();

export function findByToken(db: Kysely<DB>, sha256: Buffer): Promise<InvitationRecord | undefined> {
  return invitations(db).where('token_sha256', '=', sha256).executeTakeFirst();
}

export function lockByToken(
  trx: Transaction<DB>,
  sha256: Buffer,
): Promise<InvitationRecord | undefined> {
  return invitations(trx).where('token_sha256', '=', sha256).forUpdate().executeTakeFirst();
}

export function lockInvitation(
  trx: Transaction<DB>,
  organisationId: number,
  id: string,
): Promise<InvitationRecord | undefined> {
  return invitations(trx)
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst();
}

/** The one that waits for an answer from this address; lock the organisation first. */
export function findOpenByEmail(
  trx: Transaction<DB>,
  organisationId: number,
  email: string,
): Promise<InvitationRecord | undefined> {
  return invitations(trx)
    .where('organisation_id', '=', organisationId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

export function listInvitations(
  db: Kysely<DB>,
  organisationId: number,
): Promise<InvitationRecord[]> {
  return invitations(db)
    .where('organisation_id', '=', organisationId)
    .orderBy('invited_at', 'desc')
    .orderBy('id')
    .execute();
}

export interface InvitationContent {
  email: string;
  personId: number | null;
  fullName: string | null;
  unitId: number | null;
  roles: readonly GrantedRole[];
  language: 'vi' | 'en';
}

const expiry = sql<Date>`now() + make_interval(days => ${INVITATION_DAYS})`;

export async function insertInvitation(
  trx: Transaction<DB>,
  organisationId: number,
  actorId: number,
  content: InvitationContent,
  sha256: Buffer,
): Promise<string> {
  const { id } = await trx
    .insertInto('invitation')
    .values({
      organisation_id: organisationId,
      email: content.email,
      person_id: content.personId,
      full_name: content.fullName,
      unit_id: content.unitId,
      roles: [...content.roles],
      language: content.language,
      token_sha256: sha256,
      invited_by_actor_id: actorId,
      expires_at: expiry,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** With a new token: the one before stops working. */
export async function renewInvitation(
  trx: Transaction<DB>,
  id: string,
  sha256: Buffer,
  content: Partial<InvitationContent> = {},
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({
      person_id: content.personId,
      full_name: content.fullName,
      unit_id: content.unitId,
      roles: content.roles && [...content.roles],
      language: content.language,
      token_sha256: sha256,
      invited_at: sql<Date>`now()`,
      expires_at: expiry,
      letter_due: false,
    })
    .where('id', '=', id)
    .execute();
}

/** An invitation that has ended forgets the address that it went to. */
export async function endInvitation(
  trx: Transaction<DB>,
  id: string,
  end: { acceptedBy: number } | 'revoked',
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({
      email: null,
      full_name: null,
      letter_due: false,
      ...(end === 'revoked'
        ? { revoked_at: sql<Date>`now()` }
        : { accepted_at: sql<Date>`now()`, accepted_person_id: end.acceptedBy }),
    })
    .where('id', '=', id)
    .execute();
}

/** Of somebody who never answered the address is kept for a month more, so that it can be sent again. */
export async function forgetUnanswered(db: Kysely<DB>): Promise<void> {
  await sql`update invitation set email = null, full_name = null
    where email is not null and expires_at < now() - interval '30 days'`.execute(db);
}

/** Whose account has this confirmed address. */
export async function findPersonByAccount(
  db: Kysely<DB>,
  email: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('account')
    .select('person_id')
    .where('email', '=', email)
    .where('email_verified', '=', true)
    .executeTakeFirst();
  return row?.person_id ?? undefined;
}

export async function hasAccount(db: Kysely<DB>, personId: number): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from account where person_id = any (person_group(${personId}))) as there`.execute(
    db,
  );
  return rows[0]!.there;
}
