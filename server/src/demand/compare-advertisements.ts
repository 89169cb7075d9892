import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Difference, Run, StagedRow } from '#src/imports/importer.ts';
import { listStaged, setChanges } from '#src/imports/staged-rows.ts';
import { listKnownKeys, listStandingContents } from './advertisement-queries.ts';
import type { AdvertisementContent } from './advertisement.ts';
import { baseKey, diffAdvertisements, type StagedKey } from './diff-advertisements.ts';
import { flagsOf } from './lint-rules.ts';

const PAGE = 2_000;

/** Keys and hashes of every staged row that is not rejected; texts are left where they are. */
export async function readStagedKeys(db: Kysely<DB>, runId: string): Promise<StagedKey[]> {
  const keys: StagedKey[] = [];
  for (let after = 0; ;) {
    const rows = await listStaged(db, runId, { after, limit: PAGE });
    for (const row of rows) {
      keys.push({
        rowNumber: row.rowNumber,
        key: row.key!,
        contentSha256: row.contentSha256!,
        flags: flagsOf(row),
      });
    }
    if (rows.length < PAGE) return keys;
    after = rows.at(-1)!.rowNumber;
  }
}

/** Says of every staged row what it does to the advertisements of its source. */
export async function compareAdvertisements(
  trx: Transaction<DB>,
  run: Run & { source: string },
): Promise<void> {
  const staged = await readStagedKeys(trx, run.id);
  const bases = [...new Set(staged.map((row) => baseKey(row.key)))];
  const known = await listKnownKeys(trx, run.source, bases);
  await setChanges(trx, run.id, diffAdvertisements(staged, known));
}

const FIELDS = [
  'title',
  'employerName',
  'positionName',
  'requirements',
  'tags',
  'domains',
  'workMode',
  'seniority',
  'placeWritten',
  'postedOn',
  'salaryWritten',
] as const satisfies (keyof AdvertisementContent)[];

/** Field by field, what stands and what the file says. */
export async function differencesOf(
  db: Kysely<DB>,
  run: Run & { source: string },
  rows: readonly StagedRow[],
): Promise<Map<number, Difference[]>> {
  const standing = await listStandingContents(
    db,
    run.source,
    rows.map((row) => row.key!),
  );
  return new Map(
    rows.map((row) => {
      const before = standing.get(row.key!);
      const after = row.payload as AdvertisementContent;
      const differences = FIELDS.map((field) => ({
        field,
        before: inWords(before?.[field]),
        after: inWords(after[field]),
      }));
      return [row.rowNumber, differences.filter((one) => one.before !== one.after)];
    }),
  );
}

function inWords(value: string | readonly string[] | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : value.join(', ');
}
