import type { AccessRule } from '#src/platform.ts';
import { hasRole } from '#src/actors/actor.ts';

export const anyone: AccessRule = () => true;
/** A person: machines and the program have no sessions, passwords or second factors. */
export const aPerson: AccessRule = (actor) => actor.kind === 'person';
export const mayManageApiClients: AccessRule = (actor) =>
  actor.kind === 'person' && hasRole(actor, 'administrator', 'operator');
