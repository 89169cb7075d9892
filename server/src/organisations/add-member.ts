import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Actor } from '#src/actors/actor.ts';
import { personalValues } from './affiliation.ts';
import { insertAffiliation } from './affiliation-queries.ts';
import { findActiveMember } from './member-queries.ts';
import { insertGrant, listStandingGrants } from './role-queries.ts';
import type { GrantedRole } from './role-rules.ts';

export interface MemberToAdd {
  personId: number;
  organisationId: number;
  /** The organisation's own spelling. */
  fullName: string;
  email?: string | null;
  personCode?: string | null;
  phone?: string | null;
  positionTitle?: string | null;
  unitId?: number | null;
  startOn?: string | null;
  roles: readonly GrantedRole[];
  /** Who appointed them, where it is not who acts: an invitation is accepted by the invited. */
  appointedByActorId?: number;
}

/**
 * Makes a person a member of an organisation in these roles; who is one already keeps what the
 * organisation says of them and gains the roles that they lack. Who may do so has been asked before.
 */
export async function addMember(
  trx: ScopedTransaction,
  actor: Actor,
  member: MemberToAdd,
): Promise<number> {
  const { personId, organisationId } = member;
  const standing = await findActiveMember(trx, organisationId, [personId]);
  const affiliationId = standing?.affiliationId ?? (await insertAffiliation(trx, actor.id, member));
  const grants = await listStandingGrants(trx, organisationId, [personId]);
  const held = grants.filter((grant) => grant.personId === personId).map(({ role }) => role);
  const lacked = [...new Set(member.roles)].filter((role) => !held.includes(role));
  for (const role of lacked) {
    await insertGrant(trx, member.appointedByActorId ?? actor.id, {
      personId,
      organisationId,
      role,
      expiresAt: null,
    });
  }
  await record(trx, actor, {
    action: standing ? 'member-roles-added' : 'member-added',
    subjectKind: 'person',
    subjectId: personId,
    organisationId,
    detail: { roles: lacked },
    ...(!standing && { personal: { personId, values: personalValues(member) } }),
  });
  return affiliationId;
}
