import { record } from '#src/audit/record.ts';
import { Problem } from '#src/errors.ts';
import type { Platform } from '#src/platform.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { Importer } from './importer.ts';
import { importerOf } from './importers.ts';
import { previewIfMoved } from './preview.ts';
import { lockRun, updateRun } from './queries.ts';
import type { StagedBy } from './start-import.ts';

/**
 * A person's yes to a preview: from now on the run is applied, by the queue or by the caller, and a
 * crash does not take the yes back. Confirming a run that is being applied, or was, changes nothing.
 *
 * Throws import-not-ready; import-outdated when the preview no longer holds (it is computed anew).
 */
export async function confirmImport(
  platform: Platform,
  importers: readonly Importer[],
  actor: Actor,
  runId: string,
  appliedBy: StagedBy,
): Promise<void> {
  const outdated = await platform.db.transaction().execute(async (trx) => {
    const run = await lockRun(trx, runId);
    if (run.status === 'applying' || run.status === 'applied') return false;
    if (run.status !== 'previewed') {
      throw new Problem('import-not-ready', { status: run.status });
    }
    const fresh = await previewIfMoved(trx, importerOf(importers, run), run);
    if (fresh) {
      const problem = { code: 'import-outdated', detail: {} };
      await updateRun(trx, runId, 'previewed', { ...fresh, problem });
      return true;
    }
    await updateRun(trx, runId, 'previewed', { status: 'applying', appliedRows: 0, problem: null });
    await record(trx, actor, {
      action: 'import-confirmed',
      subjectKind: 'import-run',
      subjectId: runId,
    });
    if (appliedBy === 'queue') {
      await platform.jobs.send(trx, { name: 'apply-import', data: { runId }, key: runId });
    }
    return false;
  });
  if (outdated) throw new Problem('import-outdated');
}
