import type { AccessRule } from '#src/platform.ts';

export const mayReadQueue: AccessRule = (actor) => actor.roles.includes('administrator');
export const mayDecide: AccessRule = (actor) => actor.roles.includes('administrator');
