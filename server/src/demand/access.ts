import type { AccessRule } from '#src/platform.ts';
import { hasRole, isMember } from '#src/actors/actor.ts';

export const mayReadDemand: AccessRule = isMember;
export const mayAdmit: AccessRule = (actor) =>
  hasRole(actor, 'administrator', 'reviewer', 'planner', 'secretariat');
