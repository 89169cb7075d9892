import type { AccessRule } from '#src/platform.ts';
import type { Actor } from '#src/sign-in/actor.ts';

export const mayReadImports: AccessRule = (actor) => actor.roles.includes('administrator');
export const mayImport: AccessRule = (actor) => actor.roles.includes('administrator');

/** A run belongs to the organisation that started it. */
export function ownsRun(actor: Actor, run: { ownerOrganisationId: number }): boolean {
  return actor.organisationId === run.ownerOrganisationId;
}
