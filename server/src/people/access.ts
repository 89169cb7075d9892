import type { AccessRule } from '#src/platform.ts';
import { hasRole, type Actor, type Role } from '#src/actors/actor.ts';
import type { Purpose } from './purposes.ts';

/** Everybody who signs in has data about themselves, whether they belong to an organisation or not. */
export const mayReadOwnData: AccessRule = (actor) => actor.kind === 'person';
export const mayChangeOwnData: AccessRule = mayReadOwnData;

/** What somebody may be looked at for, by role; no other purpose opens a profile. */
const LOOKS: Partial<Record<Purpose, readonly Role[]>> = {
  'member-administration': ['administrator', 'hr'],
  'credit-recognition': ['recognition-officer'],
  recruitment: ['hr'],
  'workforce-planning': ['planner', 'hr'],
  training: ['trainer'],
  support: ['administrator'],
};

/** Only people look at people: a machine has no purpose of its own. */
export function mayLookFor(actor: Actor, purpose: string): purpose is Purpose {
  const roles = LOOKS[purpose as Purpose];
  return actor.kind === 'person' && roles !== undefined && hasRole(actor, ...roles);
}
export const mayReadProfiles: AccessRule = (actor) =>
  Object.keys(LOOKS).some((purpose) => mayLookFor(actor, purpose));

export const mayDecideCorrections: AccessRule = (actor) => hasRole(actor, 'administrator');

export const mayProposeMerges: AccessRule = (actor) =>
  actor.kind === 'person' && hasRole(actor, 'administrator', 'operator');
export const mayReadAllMerges: AccessRule = (actor) =>
  actor.kind === 'person' && hasRole(actor, 'operator');
/** Whose answer it is depends on the two persons: merge-rules.ts. */
export const mayAnswerMerges: AccessRule = (actor) => actor.kind === 'person';

export const mayReadRetentionRules: AccessRule = (actor) =>
  hasRole(actor, 'administrator', 'secretariat');
export const mayWriteRetentionRules: AccessRule = mayReadRetentionRules;
export const maySetRulesForAll: AccessRule = (actor) => hasRole(actor, 'secretariat');

/** A rule for all belongs to the secretariat, any other to the administrators of its organisation. */
export function ownsRule(actor: Actor, rule: { organisationId: number | null }): boolean {
  if (rule.organisationId === null) return maySetRulesForAll(actor);
  return hasRole(actor, 'administrator') && actor.organisationIds.includes(rule.organisationId);
}
