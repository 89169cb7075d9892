import type { AccessRule } from '#src/platform.ts';
import { hasRole } from '#src/actors/actor.ts';

export const mayReadQueue: AccessRule = (actor) =>
  hasRole(actor, 'administrator', 'reviewer', 'framework-editor', 'secretariat');
export const mayDecide: AccessRule = mayReadQueue;
