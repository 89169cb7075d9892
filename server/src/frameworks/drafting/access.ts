import { actsFor, hasRole, type Actor } from '#src/actors/actor.ts';
import type { AccessRule } from '#src/platform.ts';

/** A draft is the affair of the people who draft, review and publish it; which draft, the rules below say. */
export const mayLookAtDrafts: AccessRule = (actor) =>
  actor.kind === 'person' && actor.roles.length > 0;
export const mayDraft: AccessRule = (actor) => hasRole(actor, 'framework-editor');
/** Comments and decides on what another organisation submitted. */
export const mayReview: AccessRule = (actor) => hasRole(actor, 'framework-editor', 'reviewer');
export const mayDiscuss: AccessRule = (actor) =>
  hasRole(actor, 'framework-editor', 'reviewer', 'secretariat');
export const mayMapSuccession: AccessRule = (actor) =>
  hasRole(actor, 'framework-editor', 'secretariat');
export const mayPublish: AccessRule = (actor) => hasRole(actor, 'secretariat');
/** Whoever meets the words that people use. */
export const mayProposeForms: AccessRule = (actor) =>
  hasRole(actor, 'framework-editor', 'reviewer', 'programme-designer', 'planner', 'secretariat');

/** Whose a draft is, and who has been asked to review it. */
export interface DraftParties {
  ownerOrganisationId: number;
  /** of the open or last submission that was not withdrawn */
  reviewingOrganisationId: number | null;
}

export function isOwner(actor: Actor, draft: DraftParties): boolean {
  return actsFor(actor, draft.ownerOrganisationId);
}

export function isReviewer(actor: Actor, draft: DraftParties): boolean {
  const { reviewingOrganisationId: reviewing } = draft;
  return reviewing !== null && actsFor(actor, reviewing) && !isOwner(actor, draft);
}

/** The two organisations and the secretariat; for everybody else there is no draft. */
export function seesDraft(actor: Actor, draft: DraftParties): boolean {
  return isOwner(actor, draft) || isReviewer(actor, draft) || hasRole(actor, 'secretariat');
}

export function editsDraft(actor: Actor, draft: DraftParties): boolean {
  return isOwner(actor, draft) && mayDraft(actor);
}

export function decidesOnDraft(actor: Actor, draft: DraftParties): boolean {
  return isReviewer(actor, draft) && mayReview(actor);
}

export function discussesDraft(actor: Actor, draft: DraftParties): boolean {
  return (
    hasRole(actor, 'secretariat') ||
    ((isOwner(actor, draft) || isReviewer(actor, draft)) && mayReview(actor))
  );
}

export function mapsSuccession(actor: Actor, draft: DraftParties): boolean {
  return hasRole(actor, 'secretariat') || editsDraft(actor, draft);
}
