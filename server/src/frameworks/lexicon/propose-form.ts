import type { Transaction } from 'kysely';
import { actsFor, hasRole, type Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { ProposeForm } from './contract.ts';
import { insertProposal, isPublishedItem, lockLexicon, sameForm } from './form-queries.ts';

/** Says by which words texts name a competency; nothing is recognised by them until an editor approves. */
export async function proposeForm(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  wanted: ProposeForm,
): Promise<{ id: number }> {
  await lockLexicon(trx);
  const item = await isPublishedItem(trx, code, wanted.competencyId);
  const visible =
    item &&
    (item.published || actsFor(actor, item.ownerOrganisationId) || hasRole(actor, 'secretariat'));
  if (!visible) throw new Problem('not-found', { what: `#${wanted.competencyId}` });
  const form = wanted.form.normalize('NFC').trim();
  if (await sameForm(trx, { ...wanted, form })) throw new Problem('form-in-force', { form });
  const id = await insertProposal(trx, actor, { ...wanted, form });
  await recordForm(trx, actor, 'form-proposed', id, code);
  return { id };
}

/** What was done with a form, as a fact. */
export async function recordForm(
  trx: Transaction<DB>,
  actor: Actor,
  action: string,
  id: number,
  code: string,
): Promise<void> {
  await record(trx, actor, {
    ...{ action, subjectKind: 'lexicon-entry', subjectId: id, detail: { code } },
  });
}
