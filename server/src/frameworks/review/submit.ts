import type { Transaction } from 'kysely';
import { actsFor, type Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { decidesOnDraft, editsDraft } from '../drafting/access.ts';
import { lockForEdit, lockOpenDraft, type OpenDraft } from '../drafting/open-draft.ts';
import type { DecideReview, Submit } from './contract.ts';
import {
  decideReview,
  findLatestReview,
  insertReview,
  isOfOrganisation,
  organisationIsActive,
  setStatus,
} from './review-queries.ts';

/** Sends the draft to another organisation; nobody edits it until that one has decided. */
export async function submitDraft(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  { organisationId, note }: Submit,
): Promise<void> {
  const draft = await lockForEdit(trx, actor, code);
  const own =
    actsFor(actor, organisationId) ||
    (await isOfOrganisation(trx, organisationId, draft.ownerOrganisationId));
  if (own) throw new Problem('review-own-organisation');
  if (!(await organisationIsActive(trx, organisationId))) {
    throw new Problem('review-organisation-unknown');
  }
  await insertReview(trx, actor, draft, organisationId, note);
  await setStatus(trx, draft.versionId, 'in-review');
  await recordReview(trx, actor, draft, 'framework-submitted', { to: organisationId });
}

/**
 * The reviewing organisation approves or asks for changes; the drafting one withdraws, even after an
 * approval, which then counts no more once something is edited.
 *
 * Throws review-not-open, review-decided, not-allowed.
 */
export async function decideOnDraft(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  { decision, note }: DecideReview,
): Promise<void> {
  const draft = await lockOpenDraft(trx, actor, code);
  const review = await findLatestReview(trx, draft.versionId);
  if (draft.status !== 'in-review' || !review) throw new Problem('review-not-open', { code });
  const may = decision === 'withdrawn' ? editsDraft(actor, draft) : decidesOnDraft(actor, draft);
  if (!may) throw new Problem('not-allowed', { what: code });
  if (review.decision === null) await decideReview(trx, actor, review.id, decision, note);
  else if (decision !== 'withdrawn') throw new Problem('review-decided');
  if (decision !== 'approved') await setStatus(trx, draft.versionId, 'draft');
  await recordReview(trx, actor, draft, `framework-review-${decision}`, { review: review.id });
}

async function recordReview(
  trx: Transaction<DB>,
  actor: Actor,
  draft: OpenDraft,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await record(trx, actor, {
    ...{ action, subjectKind: 'framework-version', subjectId: draft.versionId },
    detail: { code: draft.code, version: draft.version, ...detail },
  });
}
