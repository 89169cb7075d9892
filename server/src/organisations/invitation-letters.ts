import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { LocalText } from '#src/languages/contract.ts';
import { sendLetters } from '#src/mail/send-letter.ts';
import type { Platform } from '#src/platform.ts';
import { invitationLetter } from './invitation-letter.ts';
import { newToken } from './invitation-token.ts';
import { getOrganisationRef } from './organisations.ts';
import type { GrantedRole } from './role-rules.ts';

export const LETTERS_JOB = 'invitation-letters';

const BATCH = 500;

/** The handlers of the jobs that this room sends. */
export function organisationJobs(platform: Platform, origin: URL) {
  return {
    [LETTERS_JOB]: (_data: unknown, signal: AbortSignal) => writeLetters(platform, origin, signal),
  };
}

/**
 * Writes the letters of invitations that came by a roster, many in a transaction. A token is made with
 * its letter and is stored nowhere else; whoever is killed in between has sent nothing.
 */
export async function writeLetters(
  platform: Platform,
  origin: URL,
  signal: AbortSignal,
): Promise<void> {
  const names = new Map<number, LocalText>();
  while (!signal.aborted) {
    const written = await platform.db
      .transaction()
      .execute((trx) => writeBatch(trx, platform, origin, names));
    if (written < BATCH) return;
  }
}

interface Due {
  id: string;
  organisationId: number;
  email: string;
  fullName: string | null;
  roles: GrantedRole[];
  language: 'vi' | 'en';
  expiresAt: Date;
}

async function writeBatch(
  trx: Transaction<DB>,
  { jobs }: Platform,
  origin: URL,
  names: Map<number, LocalText>,
): Promise<number> {
  const { rows } = await sql<Due>`
    select id, organisation_id as "organisationId", email, full_name as "fullName", roles, language,
      expires_at as "expiresAt"
      from invitation
     where letter_due and email is not null and accepted_at is null and revoked_at is null
     order by id limit ${BATCH} for update skip locked`.execute(trx);
  if (rows.length === 0) return 0;
  for (const { organisationId } of rows) {
    if (names.has(organisationId)) continue;
    names.set(organisationId, (await getOrganisationRef(trx, organisationId)).name);
  }
  const tokens = rows.map(() => newToken());
  await sql`
    update invitation i set token_sha256 = w.sha256, letter_due = false
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${tokens.map(({ sha256 }) => sha256)}::bytea[])
        as w (id, sha256)
     where i.id = w.id`.execute(trx);
  const letters = rows.map((due, index) =>
    invitationLetter(origin, names.get(due.organisationId)!, {
      ...due,
      token: tokens[index]!.token,
    }),
  );
  await sendLetters(trx, jobs, letters);
  return rows.length;
}
