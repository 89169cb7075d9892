import { hasRole } from '#src/actors/actor.ts';
import type { AccessRule } from '#src/platform.ts';

/** Brings in, for the whole installation, what a newer program carries. */
export const mayPublishReference: AccessRule = (actor) => hasRole(actor, 'secretariat');
