import type { AccessRule } from '#src/platform.ts';
import { actsFor, hasRole, type Actor } from '#src/actors/actor.ts';

export const mayReadImports: AccessRule = (actor) =>
  hasRole(
    actor,
    'administrator',
    'programme-designer',
    'framework-editor',
    'planner',
    'secretariat',
    'operator',
  ) || actor.scopes.includes('import');
export const mayImport: AccessRule = mayReadImports;

/** A run belongs to the organisation that started it. */
export function ownsRun(actor: Actor, run: { ownerOrganisationId: number }): boolean {
  return actsFor(actor, run.ownerOrganisationId);
}
