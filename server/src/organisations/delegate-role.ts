import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Actor } from '#src/actors/actor.ts';
import { endSessions } from '#src/accounts/end-sessions.ts';
import { insist } from './appointer.ts';
import { lockOpenOrganisation } from './lock-organisation.ts';
import { getActiveMember } from './member-queries.ts';
import { insertGrant, listStandingGrants } from './role-queries.ts';
import { delegationVerdict, type GrantedRole } from './role-rules.ts';

/**
 * Lends one of the actor's own roles to another member of the same organisation until a moment. It
 * cannot be lent on, and ends with the role that it came from. Throws not-found, delegation-….
 */
export async function delegateRole(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  wanted: { role: GrantedRole; toPersonId: number; until: Date },
): Promise<number> {
  const { role, toPersonId, until } = wanted;
  await lockOpenOrganisation(trx, organisationId);
  await getActiveMember(trx, organisationId, toPersonId);
  const concerned = [toPersonId, ...actor.personIds];
  const standing = await listStandingGrants(trx, organisationId, concerned);
  const found = delegationVerdict(actor.personIds, standing, wanted, new Date());
  insist(found.verdict, role);
  if (found.verdict !== 'delegate') throw new Error('an insisted verdict was not given');
  const id = await insertGrant(trx, actor.id, {
    personId: toPersonId,
    organisationId,
    role,
    expiresAt: until,
    delegatedFrom: { personId: found.source.personId, grantId: found.source.id },
  });
  await endSessions(trx, [toPersonId]);
  await record(trx, actor, {
    action: 'role-delegated',
    subjectKind: 'person',
    subjectId: toPersonId,
    organisationId,
    detail: { role, until: until.toISOString() },
  });
  return id;
}
