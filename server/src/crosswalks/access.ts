import { hasRole } from '#src/actors/actor.ts';
import type { AccessRule } from '#src/platform.ts';

/** Accepted crosswalks between published frameworks are public knowledge, as the frameworks are. */
export const mayReadCrosswalks: AccessRule = () => true;

/**
 * Proposes and decides. Any editor may do so between frameworks that are published, whoever owns them; one
 * that stands in a draft alone is opened by its own organisation only (see find-framework.ts).
 */
export const mayEditCrosswalks: AccessRule = (actor) =>
  hasRole(actor, 'framework-editor', 'secretariat');
