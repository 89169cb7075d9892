import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import { hashAbout } from '../drafting/about.ts';
import { mayPublish } from '../drafting/access.ts';
import { lintDraft } from '../drafting/lint-draft.ts';
import { getOpenDraft, lockOpenDraft, type OpenDraft } from '../drafting/open-draft.ts';
import { publishVersion } from '../version-queries.ts';
import { listComments } from './comment-queries.ts';
import type { Publication, Publish } from './contract.ts';
import { findLatestReview } from './review-queries.ts';
import { countUnmapped, deleteKeptSuccessions, findPublished } from './succession-queries.ts';

/** What still stands in the way of publishing. */
export async function readPublication(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
): Promise<Publication> {
  const draft = await getOpenDraft(db, actor, code);
  const approved = await isApproved(db, draft);
  const lint = await lintDraft(db, draft);
  const published = await findPublished(db, draft.frameworkId);
  const unmapped =
    published === undefined ? 0 : await countUnmapped(db, draft.versionId, published);
  const comments = await listComments(db, draft.versionId);
  const openThreads = comments.filter((row) => row.threadId === null && !row.resolvedAt).length;
  const ready = approved && lint.errors === 0 && unmapped === 0;
  return { approved, lint, unmapped, openThreads, ready };
}

/**
 * Publishes the draft: the version before is superseded, and from now on nothing of it changes.
 *
 * Throws not-allowed, publish-not-approved, publish-has-errors, publish-unmapped.
 */
export async function publishDraft(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  { reason }: Publish,
): Promise<void> {
  const draft = await lockOpenDraft(trx, actor, code);
  if (!mayPublish(actor)) throw new Problem('not-allowed', { what: code });
  if (!(await isApproved(trx, draft))) throw new Problem('publish-not-approved');
  const { errors } = await lintDraft(trx, draft);
  if (errors > 0) throw new Problem('publish-has-errors', { count: errors });
  const published = await findPublished(trx, draft.frameworkId);
  const unmapped =
    published === undefined ? 0 : await countUnmapped(trx, draft.versionId, published);
  if (unmapped > 0) throw new Problem('publish-unmapped', { count: unmapped });

  const { versionId, frameworkId } = draft;
  await deleteKeptSuccessions(trx, versionId);
  await hashAbout(trx, versionId);
  await trx
    .updateTable('framework_version')
    .set({ reason: draft.reason === '' ? reason : `${draft.reason}\n${reason}` })
    .where('id', '=', versionId)
    .execute();
  const publishedOn = new Date().toISOString().slice(0, 10);
  await publishVersion(trx, actor, { id: versionId, frameworkId, publishedOn });
  await record(trx, actor, {
    action: 'framework-published',
    subjectKind: 'framework-version',
    subjectId: versionId,
    detail: { code, version: draft.version, reason },
  });
  if (draft.inUse) await moveInput(trx, 'frameworks');
}

/** By another organisation, of exactly what stands now. */
async function isApproved(db: Kysely<DB>, draft: OpenDraft): Promise<boolean> {
  const review = await findLatestReview(db, draft.versionId);
  return (
    draft.status === 'in-review' &&
    review?.decision === 'approved' &&
    review.revision === draft.revision
  );
}
