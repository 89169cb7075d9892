import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { inputRevisions } from '#src/measures/input-revision.ts';
import type { ImportCounts } from './contract.ts';
import type { Importer } from './importer.ts';
import { changesFingerprint, countChanges, updateRun, type RunRow } from './queries.ts';

export interface Preview {
  counts: ImportCounts;
  previewedAgainst: number;
}

/** Compares the staged rows with the database as it is now. */
export async function preview(
  trx: Transaction<DB>,
  importer: Importer,
  run: RunRow,
): Promise<Preview> {
  const revisions = await inputRevisions(trx);
  await importer.diff(trx, run);
  return {
    counts: await countChanges(trx, run.id),
    previewedAgainst: importer.input === null ? 0 : revisions[importer.input],
  };
}

/**
 * The preview that a person has seen, when it still holds: undefined. When the data moved on so that
 * some row would now do something else: the new preview.
 */
export async function previewIfMoved(
  trx: Transaction<DB>,
  importer: Importer,
  run: RunRow,
): Promise<Preview | undefined> {
  const revisions = await inputRevisions(trx);
  const { input } = importer;
  if (input !== null && revisions[input] === run.previewedAgainst) return undefined;
  const seen = await changesFingerprint(trx, run.id);
  const fresh = await preview(trx, importer, run);
  return (await changesFingerprint(trx, run.id)) === seen ? undefined : fresh;
}

/** Brings the preview of a run that has waited for its confirmation up to date. */
export async function refreshPreview(
  trx: Transaction<DB>,
  importer: Importer,
  run: RunRow,
): Promise<void> {
  if (run.status !== 'previewed') return;
  const fresh = await previewIfMoved(trx, importer, run);
  if (fresh) await updateRun(trx, run.id, 'previewed', { ...fresh, problem: null });
}
