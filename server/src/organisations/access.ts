import type { AccessRule } from '#src/platform.ts';
import { actsFor, hasRole, type Actor } from '#src/actors/actor.ts';

/** Who takes part is no secret among those who do. */
export const mayReadOrganisations: AccessRule = (actor) => actor.kind !== 'visitor';
/** Entering, renaming, ending and merging organisations. */
export const mayManageOrganisations: AccessRule = (actor) => hasRole(actor, 'secretariat');
export const mayReadUnits: AccessRule = (actor) => actor.roles.length > 0;
export const mayManageUnits: AccessRule = (actor) => hasRole(actor, 'administrator');
export const mayReadMembers: AccessRule = (actor) =>
  hasRole(actor, 'administrator', 'hr', 'secretariat');
/** Adding and editing what the organisation says of its people. */
export const mayEditMembers: AccessRule = (actor) => hasRole(actor, 'administrator', 'hr');
/** Whatever changes who may do what: granting, revoking, ending, inviting. */
export const mayAppoint: AccessRule = (actor) => hasRole(actor, 'administrator', 'secretariat');
/** One's own roles and one's own membership. */
export const mayActForOneself: AccessRule = (actor) => actor.kind === 'person';
/** Whoever holds the token of an invitation may read it; they have no account yet. */
export const mayReadInvitation: AccessRule = () => true;

export type MembersSeen = 'all' | 'administrators' | 'none';

/**
 * Whose members an actor sees. The secretariat appoints the administrators of other organisations and
 * sees those; their people are the organisation's own affair.
 */
export function membersSeen(actor: Actor, organisationId: number): MembersSeen {
  if (actsFor(actor, organisationId)) {
    return hasRole(actor, 'administrator', 'hr', 'secretariat') ? 'all' : 'none';
  }
  return hasRole(actor, 'secretariat') ? 'administrators' : 'none';
}

export function editsMembersOf(actor: Actor, organisationId: number): boolean {
  return actsFor(actor, organisationId) && mayEditMembers(actor);
}

export function managesMembersOf(actor: Actor, organisationId: number): boolean {
  return actsFor(actor, organisationId) && hasRole(actor, 'administrator');
}

/** Whether anything at all may be appointed there; role-rules.ts says which role. */
export function appointsIn(actor: Actor, organisationId: number): boolean {
  return managesMembersOf(actor, organisationId) || hasRole(actor, 'secretariat');
}
