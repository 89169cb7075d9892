import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { lockLexicon } from './form-queries.ts';
import { proposeUnlessKnown } from './propose-form.ts';

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
  const note = model.slice(0, 200);
  const wanted = { competencyId, form, language: 'vi' as const, source: FROM_ENDPOINT, note };
  return proposeUnlessKnown(trx, actor, wanted, same);
}
