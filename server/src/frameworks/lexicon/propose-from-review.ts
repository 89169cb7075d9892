import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { deleteProposal, listFormsOf, type FormOf } from './form-queries.ts';
import { proposeUnlessKnown, recordForm } from './propose-form.ts';

/** The source of forms that reviewers of links have come upon. */
export const FROM_REVIEW = 'review';

/** Whether a form has the same words as the phrase that was reviewed: the linker knows, this room does not. */
type SameWords = (form: string) => boolean;

/**
 * For room review: proposes words that a person accepted in texts as a form of the competency, unless the same
 * words are a form of it, were proposed, or were rejected or ended by an editor: none is proposed twice. Whoever
 * calls sees to it that nobody else does at the same time.
 */
export async function proposeFromReview(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: { competencyId: number; form: string; language: 'vi' | 'en'; texts: number },
  same: SameWords,
): Promise<void> {
  await proposeUnlessKnown(trx, actor, { ...wanted, source: FROM_REVIEW }, same);
}

/** Takes back what was proposed in this way, where no editor has decided. */
export async function withdrawFromReview(
  trx: Transaction<DB>,
  actor: Actor,
  competencyId: number,
  same: SameWords,
): Promise<void> {
  for (const { id, form, status, source, framework } of await listFormsOf(trx, competencyId)) {
    if (status !== 'proposed' || source !== FROM_REVIEW || !same(form)) continue;
    await deleteProposal(trx, id);
    await recordForm(trx, actor, 'form-withdrawn', id, framework);
  }
}

/** What has become of words in the lexicon of a competency; undefined where they have never been in it. */
export async function findFormOf(
  db: Kysely<DB>,
  competencyId: number,
  same: SameWords,
): Promise<FormOf | undefined> {
  return (await listFormsOf(db, competencyId)).find(({ form }) => same(form));
}
