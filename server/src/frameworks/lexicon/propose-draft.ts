import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { findFrameworkOf, insertProposal, listFormsOf, lockLexicon } from './form-queries.ts';
import { recordForm } from './propose-form.ts';

/** The source of forms that an operator's model server has drafted. */
export const FROM_ENDPOINT = 'endpoint';

/**
 * Proposes a Vietnamese form that a machine has drafted; the note says which model. False where `same` words
 * are a form of the competency, were proposed, or were rejected or ended by an editor.
 */
export async function proposeDraft(
  trx: Transaction<DB>,
  actor: Actor,
  { competencyId, form, model }: { competencyId: number; form: string; model: string },
  same: (form: string) => boolean,
): Promise<boolean> {
  await lockLexicon(trx);
  const known = await listFormsOf(trx, competencyId);
  const code = await findFrameworkOf(trx, competencyId);
  if (code === undefined || known.some((one) => same(one.form))) return false;
  const id = await insertProposal(trx, actor, {
    ...{ competencyId, form, language: 'vi', caseSensitive: false, fields: null },
    ...{ source: FROM_ENDPOINT, note: model.slice(0, 200) },
  });
  await recordForm(trx, actor, 'form-proposed', id, code);
  return true;
}
