import { Problem } from '#src/errors.ts';
import { keepDoing } from '#src/jobs/keep-doing.ts';
import type { Platform } from '#src/platform.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { applyImport } from './apply-import.ts';
import { passes } from './faults.ts';
import type { Importer } from './importer.ts';
import { discardForgotten } from './discard-forgotten.ts';
import { forgetFiles } from './forget-files.ts';
import { findRun, listUnfinished } from './queries.ts';
import { withRunLock } from './run-lock.ts';
import { stageImport } from './stage-import.ts';

type Report = (fault: unknown) => void;

/**
 * Goes on with a run that is being staged or applied, unless somebody is at it. What ends a run for
 * good is written on the run, and reported where nobody foresaw it; what passes (database away, disk
 * full) is thrown, to be tried again.
 */
export async function continueImport(
  platform: Platform,
  importers: readonly Importer[],
  runId: string,
  report: Report,
  signal?: AbortSignal,
): Promise<void> {
  await withRunLock(platform.db, runId, async () => {
    try {
      const run = await findRun(platform.db, runId);
      if (run?.status === 'staging') await stageImport(platform, importers, runId, { signal });
      if (run?.status === 'applying') {
        const actor = await getActor(platform.db, 'system', 'a confirmed import');
        await applyImport(platform, importers, actor, runId, { signal });
      }
    } catch (fault) {
      if (passes(fault)) throw fault;
      if (!(fault instanceof Problem) || fault.code === 'unexpected-fault') report(fault);
    }
  });
}

/** The handlers of the jobs that this room sends. */
export function importJobs(platform: Platform, importers: readonly Importer[], report: Report) {
  const go = async (data: Record<string, string | number>, signal: AbortSignal) =>
    continueImport(platform, importers, String(data.runId), report, signal);
  return { 'stage-import': go, 'apply-import': go };
}

/**
 * Finds runs that nobody works on, at once and then every `seconds`: those of a server or command
 * line that was killed, and those whose job the queue has lost. Returns the way to stop it.
 */
export function keepResuming(
  platform: Platform,
  importers: readonly Importer[],
  report: Report,
  seconds = 30,
): () => Promise<void> {
  const sweep = async (signal: AbortSignal) => {
    for (const run of await listUnfinished(platform.db)) {
      if (signal.aborted) return;
      await continueImport(platform, importers, run.id, report, signal);
    }
    await discardForgotten(platform.db, importers);
    await forgetFiles(platform, importers);
  };
  return keepDoing(sweep, { seconds, report });
}
