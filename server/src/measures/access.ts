import type { AccessRule } from '#src/platform.ts';
import { isMember } from '#src/actors/actor.ts';

/** Measures are about programmes and regions, never about a person: who works here may open them. */
export const mayReadMeasures: AccessRule = isMember;
