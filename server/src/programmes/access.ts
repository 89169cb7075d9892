import type { AccessRule } from '#src/platform.ts';
import { isMember } from '#src/actors/actor.ts';

/** Programmes are public documents of an institution: whoever works here reads them. */
export const mayReadProgrammes: AccessRule = isMember;
