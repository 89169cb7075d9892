import { Readable } from 'node:stream';
import type { Actor } from '#src/actors/actor.ts';
import type { AnyRow } from '#src/frameworks/importing/framework-row.ts';
import { applyImport } from '#src/imports/apply-import.ts';
import { confirmImport } from '#src/imports/confirm-import.ts';
import type { ImportCounts, ImportKind } from '#src/imports/contract.ts';
import type { Importer, Run } from '#src/imports/importer.ts';
import { findRun } from '#src/imports/queries.ts';
import { listRows, type ShownRow } from '#src/imports/row-queries.ts';
import { stageImport } from '#src/imports/stage-import.ts';
import { startImport } from '#src/imports/start-import.ts';
import type { Platform } from '#src/platform.ts';
import { rowsFile, rowsImporter } from './framework-rows.ts';

export interface PreviewedRun {
  id: string;
  run: Run;
  counts: ImportCounts;
  rows: ShownRow[];
  importer: Importer;
}

/** Stages and previews a file, given as its bytes or as the rows of a framework. */
export async function runImportOf(
  platform: Platform,
  actor: Actor,
  file: Buffer | readonly AnyRow[],
  fileName = 'rows.json',
  importer: Importer = rowsImporter(),
  version?: string,
): Promise<PreviewedRun> {
  const content = Buffer.isBuffer(file) ? file : Buffer.from(rowsFile(file as AnyRow[]));
  const request = { kind: importer.kind as ImportKind, format: importer.format, fileName, version };
  const { id } = await startImport(
    platform,
    [importer],
    actor,
    request,
    Readable.from([content]),
    'caller',
  );
  await stageImport(platform, [importer], id);
  const run = (await findRun(platform.db, id))!;
  const rows = await listRows(platform.db, id, {}, { limit: 1000 });
  return { id, run, counts: run.counts as ImportCounts, rows, importer };
}

export async function confirmAndApply(
  platform: Platform,
  actor: Actor,
  runId: string,
  importer: Importer = rowsImporter(),
): Promise<void> {
  await confirmImport(platform, [importer], actor, runId, 'caller');
  await applyImport(platform, [importer], actor, runId);
}
