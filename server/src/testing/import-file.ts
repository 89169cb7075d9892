import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importers } from '#src/importers.ts';
import type { ImportKind, ImportRun } from '#src/imports/contract.ts';
import { confirmAndApply, runImport } from '#src/imports/run-import.ts';
import type { Platform } from '#src/platform.ts';
import type { Actor } from '#src/actors/actor.ts';

export interface TestFile {
  kind: ImportKind;
  content: string;
  institution?: string;
  source?: string;
}

/** Imports a text as a file up to its preview, as the command line does. */
export async function previewFile(
  platform: Platform,
  actor: Actor,
  { content, ...request }: TestFile,
): Promise<ImportRun> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-import-'));
  try {
    const path = join(folder, request.kind === 'programme' ? 'programme.json' : 'ads.csv');
    await writeFile(path, content);
    return await runImport(platform, importers, actor, { ...request, path });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same, applied. */
export async function importFile(
  platform: Platform,
  actor: Actor,
  file: TestFile,
): Promise<ImportRun> {
  const preview = await previewFile(platform, actor, file);
  return confirmAndApply(platform, importers, actor, preview.id);
}
