import type { AccessRule } from '#src/platform.ts';
import { isMember } from '#src/actors/actor.ts';

/** The gap is computed from public documents and advertisements; no person can be told from it. */
export const mayReadGap: AccessRule = isMember;
