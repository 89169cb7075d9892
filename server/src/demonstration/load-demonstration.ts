import { fileURLToPath } from 'node:url';
import { importers } from '#src/importers.ts';
import { listRuns } from '#src/imports/queries.ts';
import { confirmAndApply, runImport, type FileRequest } from '#src/imports/run-import.ts';
import type { Platform } from '#src/platform.ts';
import { getActor } from '#src/actors/find-actor.ts';

const file = (name: string) =>
  fileURLToPath(new URL(`../../../reference/demo/${name}`, import.meta.url));

/** What the demonstration consists of: files of our own, through the same importers as real ones. */
const FILES: FileRequest[] = [
  { kind: 'advertisements', path: file('advertisements.csv'), source: 'demo' },
  {
    kind: 'programme',
    path: file('programme.json'),
    institution: 'Trường Đại học Minh Họa',
  },
];

/** Imports what of the demonstration is not there yet; a killed start is taken up where it stopped. */
export async function loadDemonstration(platform: Platform, onWork: () => void): Promise<void> {
  const actor = await getActor(platform.db, 'system', 'demonstration');
  const runs = await listRuns(platform.db, { organisationId: actor.organisationId, limit: 1000 });
  const applied = runs.filter((run) => run.status === 'applied');
  const missing = FILES.filter(({ kind }) => !applied.some((run) => run.kind === kind));
  if (missing.length === 0) return;
  onWork();
  for (const request of missing) {
    const run = await runImport(platform, importers, actor, request);
    await confirmAndApply(platform, importers, actor, run.id);
  }
}
