import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { StagedAdvertisement } from './advertisement.ts';
import { keyWithOrdinal, type KnownKey } from './diff-advertisements.ts';

export interface AdvertisementToWrite {
  rowNumber: number;
  key: string;
  contentSha256: string;
  held: boolean;
  flags: string[];
  content: StagedAdvertisement;
}

export interface Origin {
  importRunId: string;
  source: string;
  ownerOrganisationId: number;
}

/** What postings are grouped by before time tells vacancies apart. */
export interface VacancyGroup {
  employerKey: string;
  titleKey: string;
  regionId: number;
}

/** The advertisements known under these source keys, those with an ordinal included. */
export async function listKnownKeys(
  db: Kysely<DB>,
  source: string,
  baseKeys: readonly string[],
): Promise<KnownKey[]> {
  const known: KnownKey[] = [];
  let wanted = [...baseKeys];
  for (let ordinal = 1; wanted.length > 0; ordinal += 1) {
    const keys = wanted.map((base) => keyWithOrdinal(base, ordinal));
    const found = await db
      .selectFrom('advertisement_key as k')
      .innerJoin('advertisement as a', 'a.id', 'k.advertisement_id')
      .where('k.source', '=', source)
      .where((eb) => eb('k.source_key', '=', eb.fn.any(eb.val(keys))))
      .select(['k.source_key as key', 'a.content_sha256 as contentSha256', 'a.flags'])
      .execute();
    known.push(...found);
    wanted = found.map((one) => one.key.split(':')[0]!);
  }
  return known;
}

/** Ids by row number. */
export async function insertAdvertisements(
  trx: Transaction<DB>,
  origin: Origin,
  rows: readonly AdvertisementToWrite[],
): Promise<Map<number, number>> {
  if (rows.length === 0) return new Map();
  const inserted = await trx
    .insertInto('advertisement')
    .values(
      rows.map((row) => ({
        ...contentColumns(row),
        source: origin.source,
        source_key: row.key,
        owner_organisation_id: origin.ownerOrganisationId,
        import_run_id: origin.importRunId,
        row_number: row.rowNumber,
        status: row.held ? ('held' as const) : ('counted' as const),
        flags: row.flags,
      })),
    )
    .returning(['id', 'row_number'])
    .execute();
  const ids = new Map(inserted.map((one) => [one.row_number, one.id]));
  await trx
    .insertInto('advertisement_key')
    .values(
      rows.map((row) => ({
        source: origin.source,
        source_key: row.key,
        advertisement_id: ids.get(row.rowNumber)!,
      })),
    )
    .execute();
  return ids;
}

export interface StandingAdvertisement extends VacancyGroup {
  id: number;
  status: 'counted' | 'held' | 'excluded';
  flags: string[];
}

/** By source key; locked until the transaction ends. */
export async function lockByKeys(
  trx: Transaction<DB>,
  source: string,
  keys: readonly string[],
): Promise<Map<string, StandingAdvertisement>> {
  if (keys.length === 0) return new Map();
  const rows = await trx
    .selectFrom('advertisement as a')
    .innerJoin('advertisement_key as k', 'k.advertisement_id', 'a.id')
    .where('k.source', '=', source)
    .where((eb) => eb('k.source_key', '=', eb.fn.any(eb.val([...keys]))))
    .select(['k.source_key as key', 'a.id', 'a.status', 'a.flags', 'a.region_id as regionId'])
    .select(['a.employer_key as employerKey', 'a.title'])
    .orderBy('a.id')
    .forUpdate('a')
    .execute();
  return new Map(
    rows.map(({ key, title, ...row }) => [key, { ...row, titleKey: titleKey(title) }]),
  );
}

export async function updateAdvertisement(
  trx: Transaction<DB>,
  id: number,
  origin: Origin,
  row: AdvertisementToWrite,
  status: 'counted' | 'held' | 'excluded',
): Promise<void> {
  await trx
    .updateTable('advertisement')
    .set({
      ...contentColumns(row),
      import_run_id: origin.importRunId,
      row_number: row.rowNumber,
      status,
      flags: row.flags,
      updated_at: sql`now()`,
    })
    .where('id', '=', id)
    .execute();
}
