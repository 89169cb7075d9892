import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Run } from '#src/imports/importer.ts';
import { listStaged, type Staged } from '#src/imports/staged-rows.ts';
import { currentIndex, withRejected } from '#src/linking/current-index.ts';
import {
  insertAdvertisements,
  lockByKeys,
  updateAdvertisement,
  type AdvertisementToWrite,
  type Origin,
  type VacancyGroup,
} from './advertisement-queries.ts';
import type { StagedAdvertisement } from './advertisement.ts';
import { assignVacancies } from './assign-vacancies.ts';
import { flagsOf } from './lint-rules.ts';
import { carryVerdicts, deleteLinks, insertLinks } from './link-queries.ts';
import { linkAdvertisement } from './link-advertisement.ts';
import { statusAfterChange } from './status-after-change.ts';
import { lockVacancies } from './vacancy-queries.ts';

/** Small enough that a page waits for less than a tenth of a second while one batch is linked. */
const BATCH = 100;

/**
 * Writes the new and changed rows of a run, links their texts, and groups what they touch into
 * vacancies; all in the transaction it is given. Applying the same run again writes nothing new,
 * since its rows would then be compared as 'same'.
 */
export async function applyAdvertisements(
  trx: Transaction<DB>,
  run: Run & { source: string },
  onProgress: (appliedRows: number) => Promise<void>,
): Promise<void> {
  // first of all locks, so that an admission and an import wait for each other in one order
  await lockVacancies(trx);
  const linkIndex = withRejected(await currentIndex(trx));
  const origin: Origin = {
    importRunId: run.id,
    source: run.source,
    ownerOrganisationId: run.ownerOrganisationId,
  };
  const touched = new Map<string, VacancyGroup>();
  let after = 0;
  let applied = 0;
  for (;;) {
    const page = { after, limit: BATCH, changes: ['new', 'changed'] as const };
    const staged = await listStaged(trx, run.id, page);
    if (staged.length === 0) break;
    after = staged.at(-1)!.rowNumber;
    const rows = staged.map(toWrite);
    const ids = await insertAdvertisements(
      trx,
      origin,
      rows.filter((_, index) => staged[index]!.change === 'new'),
    );
    const changed = rows.filter((_, index) => staged[index]!.change === 'changed');
    const left = await updateChanged(trx, origin, changed, ids);
    for (const group of [...left, ...rows.map((row) => row.content)]) remember(touched, group);
    await insertLinks(
      trx,
      rows.flatMap((row) =>
        linkAdvertisement(linkIndex, row.content).map((link) => ({
          ...link,
          advertisementId: ids.get(row.rowNumber)!,
        })),
      ),
    );
    applied += staged.length;
    await onProgress(applied);
  }
  await carryVerdicts(trx);
  await assignVacancies(trx, [...touched.values()]);
}

/** Keys alone: the texts of a large file do not fit into memory. */
function remember(touched: Map<string, VacancyGroup>, group: VacancyGroup): void {
  const { employerKey, titleKey, regionId } = group;
  touched.set(`${regionId} ${employerKey}\n${titleKey}`, { employerKey, titleKey, regionId });
}

/** Rewrites known advertisements, adds their ids, and gives back the groups that they leave. */
async function updateChanged(
  trx: Transaction<DB>,
  origin: Origin,
  rows: readonly AdvertisementToWrite[],
  ids: Map<number, number>,
): Promise<VacancyGroup[]> {
  const standing = await lockByKeys(
    trx,
    origin.source,
    rows.map((row) => row.key),
  );
  for (const row of rows) {
    const before = standing.get(row.key)!;
    await updateAdvertisement(trx, before.id, origin, row, statusAfterChange(before, row));
    ids.set(row.rowNumber, before.id);
  }
  const left = [...standing.values()];
  if (left.length > 0)
    await deleteLinks(
      trx,
      left.map((one) => one.id),
    );
  return left;
}

function toWrite(staged: Staged): AdvertisementToWrite {
  return {
    rowNumber: staged.rowNumber,
    key: staged.key!,
    contentSha256: staged.contentSha256!,
    held: staged.held,
    flags: flagsOf(staged),
    content: staged.payload as StagedAdvertisement,
  };
}
