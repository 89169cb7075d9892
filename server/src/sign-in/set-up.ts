import { createHash, randomBytes } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import { enterScope, platformScope } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { addMember } from '#src/organisations/add-member.ts';
import { insertPerson } from '#src/people/insert-person.ts';
import type { PlatformRole } from '#src/actors/contract.ts';
import { createAccount } from '#src/accounts/create-account.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { getPlatformOwner } from '#src/actors/queries.ts';

const VALID_HOURS = 24;

/** Whether somebody can administer the platform already. */
export async function hasSecretariat(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{
    there: boolean;
  }>`select platform_has_secretariat() as there`.execute(db);
  return rows[0]!.there;
}

/** The one-time token with which somebody becomes secretariat or operator; valid for a day. */
export async function makeSetUpToken(trx: Transaction<DB>, role: PlatformRole): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await trx
    .insertInto('set_up_link')
    .values({
      token_sha256: sha256(token),
      role,
      expires_at: sql`now() + make_interval(hours => ${VALID_HOURS})`,
    })
    .execute();
  const actor = await getActor(trx, 'command-line', 'set-up');
  await record(trx, actor, { action: 'set-up-link-made', subjectKind: 'role', subjectId: role });
  return token;
}

/**
 * Uses a token once: makes person, account and role. Throws set-up-link-invalid (unknown, used or
 * expired: the same words for all), account-exists.
 */
export async function useSetUpToken(
  begun: Transaction<DB>,
  token: string,
  who: { name: string; email: string; password: string; language: 'vi' | 'en' },
): Promise<string> {
  const trx = await enterScope(begun, platformScope);
  const link = await trx
    .updateTable('set_up_link')
    .set({ used_at: new Date() })
    .where('token_sha256', '=', sha256(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('role')
    .executeTakeFirst();
  if (!link) throw new Problem('set-up-link-invalid', {});
  const system = await getActor(trx, 'system', 'set-up');
  const personId = await insertPerson(trx, system, {
    displayName: who.name,
    language: who.language,
  });
  const { accountId } = await createAccount(trx, { ...who, emailProven: true, personId });
  await addMember(trx, system, {
    personId,
    organisationId: await getPlatformOwner(trx),
    fullName: who.name,
    email: who.email,
    roles: [link.role as PlatformRole, 'administrator'],
  });
  return accountId;
}

function sha256(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
