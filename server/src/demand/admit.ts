import type { Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import type { Actor } from '#src/sign-in/actor.ts';
import type { Admission } from './contract.ts';

/**
 * Puts advertisements in or out of demand: a person admits what lint held back, excludes it, or takes
 * either back ('held'). Answers the ids whose status changed. Throws not-found for an unknown id.
 */
export async function admit(
  trx: Transaction<DB>,
  actor: Actor,
  { advertisementIds, status }: Admission,
): Promise<number[]> {
  const found = await trx
    .selectFrom('advertisement')
    .select(['id', 'status'])
    .where('id', 'in', advertisementIds)
    .orderBy('id')
    .forUpdate()
    .execute();
  const missing = advertisementIds.find((id) => !found.some((row) => row.id === id));
  if (missing !== undefined) throw new Problem('not-found', { what: `#${missing}` });
  const changing = found.filter((row) => row.status !== status).map((row) => row.id);
  if (changing.length === 0) return [];
  await trx
    .updateTable('advertisement')
    .set({ status, updated_at: new Date() })
    .where('id', 'in', changing)
    .execute();
  await record(trx, actor, {
    action: `advertisements-${status}`,
    subjectKind: 'advertisement',
    subjectId: changing.length === 1 ? changing[0]! : `${changing.length}`,
    detail: { ids: changing },
  });
  await moveInput(trx, 'demand');
  return changing;
}
