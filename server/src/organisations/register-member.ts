import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import { insertPerson } from '#src/people/insert-person.ts';
import type { Actor } from '#src/actors/actor.ts';
import { emailAddress } from '#src/accounts/email-address.ts';
import { editsMembersOf } from './access.ts';
import { addMember } from './add-member.ts';
import type { NewMember } from './contract.ts';
import { lockOpenOrganisation } from './lock-organisation.ts';
import { getOpenUnit } from './unit-queries.ts';
import { checkCode } from './update-affiliation.ts';

/**
 * Enters a person who has no account, as a line of a roster does. Nobody is recognised by name: two
 * people may bear the same one. Throws not-found, organisation-ended, person-code-taken, email-….
 */
export async function registerMember(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  { language, ...content }: NewMember,
): Promise<{ personId: number; affiliationId: number }> {
  if (!editsMembersOf(actor, organisationId)) {
    throw new Problem('not-found', { what: `#${organisationId}` });
  }
  await lockOpenOrganisation(trx, organisationId);
  const email = content.email === null ? null : emailAddress(content.email);
  if (content.unitId !== null) await getOpenUnit(trx, organisationId, content.unitId);
  if (content.personCode !== null) {
    await checkCode(trx, organisationId, null, content.personCode);
  }
  const personId = await insertPerson(trx, actor, { displayName: content.fullName, language });
  const member = { ...content, email, personId, organisationId, roles: [] };
  return { personId, affiliationId: await addMember(trx, actor, member) };
}
