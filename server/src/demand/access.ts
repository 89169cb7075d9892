import type { AccessRule } from '#src/platform.ts';

export const mayReadDemand: AccessRule = (actor) => actor.roles.includes('administrator');
export const mayAdmit: AccessRule = (actor) => actor.roles.includes('administrator');
