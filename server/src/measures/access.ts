import type { AccessRule } from '#src/platform.ts';

/** Measures are about programmes and regions, never about a person: who works here may open them. */
export const mayReadMeasures: AccessRule = (actor) => actor.roles.includes('administrator');
