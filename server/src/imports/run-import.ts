import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '#src/errors.ts';
import type { Platform } from '#src/platform.ts';
import type { Actor } from '#src/actors/actor.ts';
import { applyImport } from './apply-import.ts';
import { confirmImport } from './confirm-import.ts';
import type { ImportRun, ImportStatus, StartImport } from './contract.ts';
import type { Importer } from './importer.ts';
import { presentRun } from './present-run.ts';
import type { OnProgress } from './progress.ts';
import { findRun, type RunRow } from './queries.ts';
import { withRunLock } from './run-lock.ts';
import { stageImport } from './stage-import.ts';
import { startImport } from './start-import.ts';

export interface FileRequest extends Omit<StartImport, 'fileName'> {
  /** a file on this machine */
  path: string;
  /** what it holds, where it was made of several files; its name is the last part of `path` */
  bytes?: Buffer;
}

/**
 * Imports a file from the command line up to its preview: starts the run, or goes on with the one
 * that an earlier call left unfinished, or watches the server do so. Nothing is applied.
 *
 * Throws file-not-readable, and what the file or the database has against it.
 */
export async function runImport(
  platform: Platform,
  importers: readonly Importer[],
  actor: Actor,
  { path, bytes, ...request }: FileRequest,
  onProgress?: OnProgress,
): Promise<ImportRun> {
  const content = bytes ? Readable.from([bytes]) : await openFile(path);
  const fileName = basename(path);
  const run = await startImport(
    platform,
    importers,
    actor,
    { ...request, fileName },
    content,
    'caller',
  );
  const done = await finish(platform, run.id, 'staging', onProgress, () =>
    stageImport(platform, importers, run.id, { onProgress }),
  );
  return presentRun(done);
}

/**
 * Applies a previewed run from the command line. Goes on where an earlier call was killed.
 * Throws import-not-ready, import-outdated, and what the database has against it.
 */
export async function confirmAndApply(
  platform: Platform,
  importers: readonly Importer[],
  actor: Actor,
  runId: string,
  onProgress?: OnProgress,
): Promise<ImportRun> {
  await confirmImport(platform, importers, actor, runId, 'caller');
  const done = await finish(platform, runId, 'applying', onProgress, () =>
    applyImport(platform, importers, actor, runId, { onProgress }),
  );
  return presentRun(done);
}

/** Works until the run has left a status, or watches whoever is at it; takes over should they die. */
async function finish(
  platform: Platform,
  runId: string,
  leaving: ImportStatus,
  onProgress: OnProgress | undefined,
  work: () => Promise<void>,
): Promise<RunRow> {
  for (;;) {
    const run = await findRun(platform.db, runId);
    if (!run) throw new Problem('not-found', { what: runId });
    if (run.status === 'failed' && run.problem) {
      throw new Problem(run.problem.code as Problem['code'], run.problem.detail);
    }
    if (run.status !== leaving) return run;
    if (await withRunLock(platform.db, runId, work)) continue;
    const done = leaving === 'staging' ? run.stagedRows : run.appliedRows;
    const phase = leaving === 'staging' ? 'staging' : 'applying';
    onProgress?.({ phase, done, total: run.totalRows });
    await wait(300);
  }
}

async function openFile(path: string): Promise<Readable> {
  const stream = createReadStream(path);
  await new Promise<void>((resolve, reject) => {
    stream.once('readable', resolve).once('end', resolve);
    stream.once('error', () => reject(new Problem('file-not-readable', { file: path })));
  });
  return stream;
}
