import { hasRole } from '#src/actors/actor.ts';
import type { AccessRule } from '#src/platform.ts';

/** Published frameworks are public knowledge. */
export const mayReadFrameworks: AccessRule = () => true;

/** Brings frameworks and crosswalks in, for the own organisation. */
export const mayImportFrameworks: AccessRule = (actor) =>
  hasRole(actor, 'framework-editor', 'secretariat', 'system') || actor.kind === 'command-line';
