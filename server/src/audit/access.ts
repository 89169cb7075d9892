import type { AccessRule } from '#src/platform.ts';

type Actor = Parameters<AccessRule>[0];

const overAll = ({ roles }: Pick<Actor, 'roles'>) =>
  roles.includes('secretariat') || roles.includes('operator');

export const mayReadAudit: AccessRule = (actor) =>
  overAll(actor) || actor.roles.includes('administrator');

export const mayVerifyAudit: AccessRule = (actor) => overAll(actor);

/** Whose facts an actor reads: an administrator those of the own organisation, the platform's offices all. */
export function readableOrganisations(
  actor: Pick<Actor, 'roles' | 'organisationIds'>,
): 'all' | readonly number[] {
  return overAll(actor) ? 'all' : actor.organisationIds;
}
