import type { AccessRule } from '#src/platform.ts';
import { hasRole } from '#src/actors/actor.ts';

export const mayReadQueue: AccessRule = (actor) =>
  hasRole(actor, 'administrator', 'reviewer', 'framework-editor', 'secretariat');
export const mayDecide: AccessRule = mayReadQueue;
export const mayReadQuality: AccessRule = mayReadQueue;
export const mayGiveOpinion: AccessRule = mayDecide;
/** Ends a disagreement between two people. */
export const maySettle: AccessRule = (actor) =>
  hasRole(actor, 'administrator', 'framework-editor', 'secretariat');
/** Changes what counts everywhere. */
export const mayRecalibrate: AccessRule = maySettle;
