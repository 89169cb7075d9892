import type { Transaction } from 'kysely';
import { actsFor, type Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import { rehash } from '../drafting/parts.ts';
import type { DecideForms, FormsNow, FormStatus } from './contract.ts';
import {
  approveForm,
  endForm,
  findForm,
  insertAgain,
  lockLexicon,
  openVersionOf,
  rejectForm,
  unrejectForm,
  type FormRow,
} from './form-queries.ts';
import { recordForm } from './propose-form.ts';

const BECOMES = { approve: 'approved', reject: 'rejected', end: 'ended' } as const;

/** One decision on several forms: all of them or none. Throws what `decideForm` throws. */
export async function decideForms(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  { ids, decision, note }: DecideForms,
): Promise<FormsNow> {
  for (const id of new Set(ids)) await decideForm(trx, actor, code, id, { decision, note });
  return { forms: ids.map((id) => ({ id, now: id, status: BECOMES[decision] })) };
}

/**
 * Approves or rejects a proposed form, or ends one that is in force: by an editor of the framework. Each
 * approval and each end is a revision of the lexicon; of a framework in use the figures follow.
 *
 * Throws not-found, not-allowed, form-decided.
 */
async function decideForm(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  id: number,
  { decision, note }: Pick<DecideForms, 'decision' | 'note'>,
): Promise<void> {
  await lockLexicon(trx);
  const form = await findForm(trx, code, id);
  if (!form) throw new Problem('not-found', { what: `#${id}` });
  if (!actsFor(actor, form.ownerOrganisationId)) throw new Problem('not-allowed', { what: code });
  if (form.status !== (decision === 'end' ? 'approved' : 'proposed')) {
    throw new Problem('form-decided');
  }
  if (decision === 'approve') await approveForm(trx, actor, form, note);
  else if (decision === 'reject') await rejectForm(trx, actor, form, note);
  else await endForm(trx, actor, form, note);
  if (decision !== 'reject') {
    // forms are part of what an import compares; what is published keeps its hash
    const versionId = await openVersionOf(trx, form.competencyId);
    if (versionId !== undefined) await rehash(trx, versionId, 'item', [form.competencyId]);
    if (form.inUse) await moveInput(trx, 'frameworks');
  }
  const action = { approve: 'form-approved', reject: 'form-rejected', end: 'form-ended' }[decision];
  await recordForm(trx, actor, action, id, code);
}

/**
 * Takes the last decision on each form back. What was in force keeps its row with its two revisions, since texts
 * were linked by it; the wording stands again in a row of its own, proposed (after an approval) or in force
 * (after an end).
 *
 * Throws not-found, not-allowed, form-decided.
 */
export async function undoForms(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  ids: readonly number[],
): Promise<FormsNow> {
  await lockLexicon(trx);
  const forms = [];
  for (const id of new Set(ids)) {
    const form = await findForm(trx, code, id);
    if (!form) throw new Problem('not-found', { what: `#${id}` });
    if (!actsFor(actor, form.ownerOrganisationId)) throw new Problem('not-allowed', { what: code });
    forms.push({ id, ...(await undo(trx, actor, form)) });
    await recordForm(trx, actor, 'form-decision-undone', id, code);
  }
  return { forms };
}

async function undo(
  trx: Transaction<DB>,
  actor: Actor,
  form: FormRow,
): Promise<{ now: number; status: FormStatus }> {
  if (form.status === 'proposed') throw new Problem('form-decided');
  if (form.status === 'rejected') {
    await unrejectForm(trx, form.id);
    return { now: form.id, status: 'proposed' };
  }
  const now = await insertAgain(trx, form.id);
  if (form.status === 'approved') await endForm(trx, actor, form, undefined);
  else await approveForm(trx, actor, { ...form, id: now }, undefined);
  const versionId = await openVersionOf(trx, form.competencyId);
  if (versionId !== undefined) await rehash(trx, versionId, 'item', [form.competencyId]);
  if (form.inUse) await moveInput(trx, 'frameworks');
  return { now, status: form.status === 'approved' ? 'proposed' : 'approved' };
}
