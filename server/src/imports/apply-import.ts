import { sql, type Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Jobs } from '#src/jobs/jobs.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import type { Platform } from '#src/platform.ts';
import type { Actor } from '#src/actors/actor.ts';
import { failRun, Interrupted, passes } from './faults.ts';
import type { Importer } from './importer.ts';
import { importerOf } from './importers.ts';
import { previewIfMoved } from './preview.ts';
import { atMostEvery, breathe, type WorkOptions } from './progress.ts';
import { deleteRows, findRun, updateRun, type RunRow } from './queries.ts';

/**
 * Applies a confirmed run in one transaction: all of it or nothing. To be called under the run's
 * lock; imports of one kind are applied one after the other. Should the data have moved on so that
 * the preview no longer holds, the run goes back to its preview and import-outdated is thrown.
 */
export async function applyImport(
  platform: Platform,
  importers: readonly Importer[],
  actor: Actor,
  runId: string,
  { onProgress, signal }: WorkOptions = {},
): Promise<void> {
  const { db } = platform;
  const run = await findRun(db, runId);
  if (run?.status !== 'applying') return;
  const importer = importerOf(importers, run);
  // on a connection of its own, so that everybody sees it before the transaction ends
  const show = atMostEvery(400, (appliedRows) => updateRun(db, runId, 'applying', { appliedRows }));
  const report = async (done: number) => {
    if (signal?.aborted) throw new Interrupted();
    show(done);
    onProgress?.({ phase: 'applying', done, total: run.totalRows });
    await breathe();
  };
  try {
    const outcome = await db
      .transaction()
      .execute((trx) => applyOnce(trx, importer, run, actor, report, platform.jobs));
    if (outcome === 'outdated') throw new Problem('import-outdated');
  } catch (fault) {
    if (passes(fault) || (fault instanceof Problem && fault.code === 'import-outdated'))
      throw fault;
    throw await failRun(db, runId, 'applying', fault);
  }
}

async function applyOnce(
  trx: Transaction<DB>,
  importer: Importer,
  run: RunRow,
  actor: Actor,
  report: (done: number) => Promise<void>,
  jobs: Jobs,
): Promise<'applied' | 'outdated'> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import-apply ${run.kind}`}, 0))`.execute(
    trx,
  );
  const fresh = await previewIfMoved(trx, importer, run);
  if (fresh) {
    const problem = { code: 'import-outdated', detail: {} };
    const moved = { status: 'previewed' as const, appliedRows: 0, problem, ...fresh };
    if (!(await updateRun(trx, run.id, 'applying', moved))) throw new Interrupted();
    return 'outdated';
  }
  await importer.apply(trx, run, actor, report, jobs);
  const { new: added = 0, changed = 0, removed = 0 } = run.counts;
  if (importer.input !== null && added + changed + removed > 0) {
    await moveInput(trx, importer.input);
  }
  if (importer.personal) await deleteRows(trx, run.id);
  await record(trx, actor, {
    action: 'import-applied',
    subjectKind: 'import-run',
    subjectId: run.id,
    organisationId: run.ownerOrganisationId,
    detail: { ...run.counts },
  });
  const done = await updateRun(trx, run.id, 'applying', {
    status: 'applied',
    appliedRows: run.totalRows ?? 0,
    appliedAt: new Date(),
    problem: null,
  });
  if (!done) throw new Interrupted();
  return 'applied';
}
