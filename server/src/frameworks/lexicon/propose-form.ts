import type { Transaction } from 'kysely';
import { actsFor, hasRole, type Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { ProposeForm } from './contract.ts';
import {
  findFrameworkOf,
  insertProposal,
  isPublishedItem,
  listFormsOf,
  lockLexicon,
  sameForm,
} from './form-queries.ts';

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

/**
 * Proposes a form that was come upon elsewhere; `source` says where. False, and nothing is written, where
 * `same` words are a form of the competency, were proposed, or were rejected or ended by an editor. Whoever
 * calls sees to it that nobody else does at the same time.
 */
export async function proposeUnlessKnown(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: Pick<ProposeForm, 'competencyId' | 'form' | 'language' | 'note'> & {
    source: string;
    texts?: number;
  },
  same: (form: string) => boolean,
): Promise<boolean> {
  const known = await listFormsOf(trx, wanted.competencyId);
  if (known.some(({ form }) => same(form))) return false;
  const code = await findFrameworkOf(trx, wanted.competencyId);
  if (code === undefined) return false;
  const id = await insertProposal(trx, actor, {
    ...wanted,
    ...{ form: wanted.form.normalize('NFC'), caseSensitive: false, fields: null },
  });
  await recordForm(trx, actor, 'form-proposed', id, code);
  return true;
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
