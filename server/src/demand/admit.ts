import type { Transaction } from 'kysely';
import { recordEach } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import type { Actor } from '#src/actors/actor.ts';
import { lockByIds, updateStatus } from './advertisement-queries.ts';
import { assignVacancies } from './assign-vacancies.ts';
import type { Admission } from './contract.ts';
import { lockVacancies } from './vacancy-queries.ts';

/**
 * Puts advertisements in or out of demand: a person admits what lint held back, excludes it, or takes
 * either back ('held'). Vacancies follow. Answers the ids whose status changed. Throws not-found for
 * an id that is unknown or another organisation's.
 */
export async function admit(
  trx: Transaction<DB>,
  actor: Actor,
  { advertisementIds, status }: Admission,
): Promise<number[]> {
  await lockVacancies(trx);
  const found = await lockByIds(trx, advertisementIds, actor.organisationId);
  const missing = advertisementIds.find((id) => !found.some((row) => row.id === id));
  if (missing !== undefined) throw new Problem('not-found', { what: `#${missing}` });
  const changing = found.filter((row) => row.status !== status);
  if (changing.length === 0) return [];
  const ids = changing.map((row) => row.id);
  await updateStatus(trx, ids, status);
  await assignVacancies(trx, changing);
  await recordEach(
    trx,
    actor,
    changing.map((row) => ({
      action: `advertisement-${status}`,
      subjectKind: 'advertisement',
      subjectId: row.id,
      detail: { before: row.status },
    })),
  );
  await moveInput(trx, 'demand');
  return ids;
}
