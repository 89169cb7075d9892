import type { AccessRule } from '#src/platform.ts';

/** Programmes are public documents of an institution; until accounts exist, those who work here read them. */
export const mayReadProgrammes: AccessRule = (actor) => actor.roles.includes('administrator');
