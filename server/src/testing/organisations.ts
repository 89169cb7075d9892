import { insertSession } from '#src/accounts/sessions.ts';
import { inScope, platformScope } from '#src/db/scope.ts';
import { addMember } from '#src/organisations/add-member.ts';
import { ensureOrganisation } from '#src/organisations/organisations.ts';
import { insertPerson } from '#src/people/insert-person.ts';
import { sessionCookieName, signedSessionToken } from '#src/sign-in/session-cookie.ts';
import type { TestApp, TestPlatform } from './app.ts';
import { browserOf, type Browser, type SignedInPerson } from './people.ts';

/** A university of that name, plainly fictional. */
export function organisation(
  { platform, commandLine }: TestPlatform,
  name: string,
): Promise<number> {
  return platform.db
    .transaction()
    .execute((trx) =>
      ensureOrganisation(trx, commandLine, { kind: 'university', name, fictional: true }),
    );
}

/** Somebody whom an organisation lists and who has no account. */
export function listedPerson(
  { platform, system }: TestPlatform,
  { name, email, organisationId }: { name: string; email?: string; organisationId: number },
): Promise<number> {
  return inScope(platform.db, platformScope, async (trx) => {
    const personId = await insertPerson(trx, system, { displayName: name, language: 'vi' });
    await addMember(trx, system, { personId, organisationId, fullName: name, email, roles: [] });
    return personId;
  });
}

/** Makes a person a member of one more organisation. */
export function alsoMemberOf(
  { platform, system }: TestPlatform,
  personId: number,
  member: Omit<Parameters<typeof addMember>[2], 'personId'>,
): Promise<number> {
  return inScope(platform.db, platformScope, (trx) =>
    addMember(trx, system, { personId, ...member }),
  );
}

/** The person at a browser anew, as after a sign-in. */
export async function again(
  { platform, app }: TestApp,
  { accountId }: SignedInPerson,
): Promise<Browser> {
  const token = await platform.db
    .transaction()
    .execute((trx) => insertSession(trx, { accountId, ipAddress: null, userAgent: 'a test' }));
  const value = signedSessionToken(token, platform.secret);
  return browserOf(app, `${sessionCookieName(false)}=${value}`);
}
