import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { ProfileChange } from './contract.ts';
import { ownPersonId } from './own-person.ts';
import { updateProfile } from './profile-queries.ts';

/** The person writes their own name, and the language in which they are written to. */
export async function changeProfile(
  trx: ScopedTransaction,
  actor: Actor,
  change: ProfileChange,
): Promise<void> {
  const personId = ownPersonId(actor);
  await updateProfile(trx, personId, change);
  await record(trx, actor, {
    action: 'profile-changed',
    subjectKind: 'person',
    subjectId: personId,
    detail: { language: change.language },
    personal: { personId, values: { display_name: change.displayName } },
  });
}
