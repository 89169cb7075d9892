import type { Kysely } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { deleteRows, lockRun, updateRun } from './queries.ts';

/** Ends a run that nobody wants to apply; its staged rows go, its file and its record stay. Throws import-already-confirmed. */
export async function discardImport(db: Kysely<DB>, actor: Actor, runId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { status } = await lockRun(trx, runId);
    if (status === 'discarded') return;
    if (status === 'applying' || status === 'applied') {
      throw new Problem('import-already-confirmed', { status });
    }
    await deleteRows(trx, runId);
    await updateRun(trx, runId, status, { status: 'discarded' });
    await record(trx, actor, {
      action: 'import-discarded',
      subjectKind: 'import-run',
      subjectId: runId,
    });
  });
}
