import { hasRole } from '#src/actors/actor.ts';
import type { AccessRule } from '#src/platform.ts';

/** Brings in, for the whole installation, what a newer program carries. */
export const mayPublishReference: AccessRule = (actor) => hasRole(actor, 'secretariat');

/** What the program's files say is public, as the repository is. */
export const mayReadReference: AccessRule = () => true;
