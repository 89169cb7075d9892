import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { AdvertisementContent, StagedAdvertisement } from './advertisement.ts';
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
    .select(['a.employer_key as employerKey', 'a.title_key as titleKey'])
    .orderBy('a.id')
    .forUpdate('a')
    .execute();
  return new Map(rows.map(({ key, ...row }) => [key, row]));
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
      link_engine_id: null,
      updated_at: sql`now()`,
    })
    .where('id', '=', id)
    .execute();
}

function contentColumns({ content, contentSha256 }: AdvertisementToWrite) {
  return {
    content_sha256: contentSha256,
    title: content.title,
    title_key: content.titleKey,
    employer_name: content.employerName,
    employer_key: content.employerKey,
    position_name: content.positionName,
    requirements: content.requirements,
    tags: content.tags,
    domains: content.domains,
    work_mode: content.workMode,
    seniority: content.seniority,
    place_written: content.placeWritten,
    region_id: content.regionId,
    posted_on: content.postedOn,
    salary_written: content.salaryWritten,
    salary_low: content.salary?.low ?? null,
    salary_high: content.salary?.high ?? null,
    salary_currency: content.salary?.currency ?? null,
  };
}

/** What stands under some source keys, in the shape of a file's content as far as it is stored. */
export async function listStandingContents(
  db: Kysely<DB>,
  source: string,
  keys: readonly string[],
): Promise<Map<string, Omit<AdvertisementContent, 'postedTime' | 'salary'>>> {
  const rows = await db
    .selectFrom('advertisement as a')
    .innerJoin('advertisement_key as k', 'k.advertisement_id', 'a.id')
    .where('k.source', '=', source)
    .where((eb) => eb('k.source_key', '=', eb.fn.any(eb.val([...keys]))))
    .select([
      'k.source_key as key',
      'a.title',
      'a.employer_name as employerName',
      'a.position_name as positionName',
      'a.requirements',
      'a.tags',
      'a.domains',
      'a.work_mode as workMode',
      'a.seniority',
      'a.place_written as placeWritten',
      'a.posted_on as postedOn',
      'a.salary_written as salaryWritten',
    ])
    .execute();
  return new Map(rows.map(({ key, ...content }) => [key, content]));
}

/** How many advertisements another engine than this one has linked, or the dictionary alone. */
export async function countUnlinked(db: Kysely<DB>, engineId: number): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*)::int4 as left from advertisement
     where link_engine_id is distinct from ${engineId}`.execute(db);
  return rows[0]!.left;
}

/** Their texts that carry links, in the order of ids; `mark` changes with the content. */
export async function listUnlinked(
  db: Kysely<DB>,
  engineId: number,
  page: { after: number; limit: number },
): Promise<{ id: number; mark: string; title: string; tags: string[]; requirements: string }[]> {
  return db
    .selectFrom('advertisement')
    .select(['id', 'content_sha256 as mark', 'title', 'tags', 'requirements'])
    .where('link_engine_id', 'is distinct from', engineId)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute();
}

/** Of some advertisements those that still have the content they had; locked until the transaction ends. */
export async function lockUnchanged(
  trx: Transaction<DB>,
  seen: readonly { id: number; mark: string }[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select a.id from advertisement a
      join unnest(${seen.map(({ id }) => id)}::int8[], ${seen.map(({ mark }) => mark)}::text[])
        as seen (id, mark) on seen.id = a.id and seen.mark = a.content_sha256
     order by a.id for update of a`.execute(trx);
  return rows.map(({ id }) => id);
}

export async function setLinkEngine(
  trx: Transaction<DB>,
  ids: readonly number[],
  engineId: number,
): Promise<void> {
  await trx
    .updateTable('advertisement')
    .set({ link_engine_id: engineId })
    .where('id', '=', sql<number>`any(${[...ids]}::int8[])`)
    .execute();
}

export async function lockByIds(
  trx: Transaction<DB>,
  ids: readonly number[],
  ownerOrganisationId: number,
): Promise<(VacancyGroup & { id: number; status: 'counted' | 'held' | 'excluded' })[]> {
  return trx
    .selectFrom('advertisement')
    .select(['id', 'status', 'region_id as regionId'])
    .select(['employer_key as employerKey', 'title_key as titleKey'])
    .where('id', 'in', ids)
    .where('owner_organisation_id', '=', ownerOrganisationId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function updateStatus(
  trx: Transaction<DB>,
  ids: readonly number[],
  status: 'counted' | 'held' | 'excluded',
): Promise<void> {
  await trx
    .updateTable('advertisement')
    .set({ status, updated_at: sql`now()` })
    .where('id', 'in', ids)
    .execute();
}

/** They are linked again when texts are next brought to the present engine. */
export async function forgetEngine(trx: Transaction<DB>, ids: readonly number[]): Promise<void> {
  await trx
    .updateTable('advertisement')
    .set({ link_engine_id: null })
    .where('id', '=', sql<number>`any(${[...ids]}::int8[])`)
    .execute();
}

/** Postings by id, after one, whose texts may hold what a pattern of LIKE, in lower case, says. */
export async function listLike(
  db: Kysely<DB>,
  pattern: string,
  page: { after: number; limit: number },
): Promise<{ id: number; title: string; tags: string[]; requirements: string }[]> {
  return db
    .selectFrom('advertisement')
    .select(['id', 'title', 'tags', 'requirements'])
    .where('id', '>', page.after)
    .where(
      sql<boolean>`lower(concat_ws(E'\n', title, array_to_string(tags, E'\n'), requirements)) like ${pattern}`,
    )
    .orderBy('id')
    .limit(page.limit)
    .execute();
}
