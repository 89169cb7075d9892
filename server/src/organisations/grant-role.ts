import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { endSessions } from '#src/accounts/end-sessions.ts';
import { appointsIn } from './access.ts';
import { appointerOf, insist } from './appointer.ts';
import { lockOpenOrganisation } from './lock-organisation.ts';
import { getActiveMember } from './member-queries.ts';
import { insertGrant, listStandingGrants } from './role-queries.ts';
import { grantVerdict, type GrantedRole } from './role-rules.ts';

/**
 * Gives a member a role, until a moment or until it is revoked; their sessions end, so that they sign
 * in as what they are now. Throws not-found, organisation-ended, role-…, ends-in-the-past.
 */
export async function grantRole(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  wanted: { personId: number; role: GrantedRole; until: Date | null },
): Promise<number> {
  const { personId, role, until } = wanted;
  if (!appointsIn(actor, organisationId)) throw new Problem('not-found', { what: `#${personId}` });
  const organisation = await lockOpenOrganisation(trx, organisationId);
  await getActiveMember(trx, organisationId, personId);
  if (until && until <= new Date()) throw new Problem('ends-in-the-past');
  const standing = await listStandingGrants(trx, organisationId, [personId]);
  const appointer = appointerOf(actor, organisation, standing);
  insist(grantVerdict(appointer, standing, { personId, role }), role);
  const id = await insertGrant(trx, actor.id, { personId, organisationId, role, expiresAt: until });
  await endSessions(trx, [personId]);
  await record(trx, actor, {
    action: 'role-granted',
    subjectKind: 'person',
    subjectId: personId,
    organisationId,
    detail: { role, until: until?.toISOString() ?? null, self: actor.personIds.includes(personId) },
  });
  return id;
}
