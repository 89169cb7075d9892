import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { linkSelection } from '#src/linking/link-view.ts';
import type { AdvertisementStatus } from './contract.ts';

export interface AdvertisementFilter {
  q?: string | undefined;
  competencyId?: number | undefined;
  regionCode?: string | undefined;
  status?: AdvertisementStatus | undefined;
}

export interface SummaryRow {
  id: number;
  title: string;
  employerName: string;
  postedOn: string;
  regionId: number;
  status: AdvertisementStatus;
  flags: string[];
  source: string;
  competencies: number;
}

const always = sql<boolean>`true`;
const listed = sql`advertisement a left join region_succession s on s.predecessor_id = a.region_id`;

function matching({ q, competencyId, regionCode, status }: AdvertisementFilter) {
  const words = q?.trim();
  const conditions = [
    status === undefined ? always : sql`a.status = ${status}`,
    regionCode === undefined
      ? always
      : sql`coalesce(s.successor_id, a.region_id) = (select id from region where code = ${regionCode})`,
    !words ? always : sql`(a.title ilike ${like(words)} or a.employer_name ilike ${like(words)})`,
    competencyId === undefined
      ? always
      : sql`exists (select 1 from advertisement_link l where l.advertisement_id = a.id
              and l.competency_id = ${competencyId} and l.counts)`,
  ];
  return sql.join(conditions, sql` and `);
}

function like(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}

export async function countAdvertisements(
  db: Kysely<DB>,
  filter: AdvertisementFilter,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from ${listed} where ${matching(filter)}`.execute(db);
  return rows[0]!.total;
}

/** Newest first. */
export async function listAdvertisements(
  db: Kysely<DB>,
  filter: AdvertisementFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<SummaryRow[]> {
  const { rows } = await sql<SummaryRow>`
    with page as (
      select a.*, coalesce(s.successor_id, a.region_id) as presented
        from ${listed} where ${matching(filter)}
       order by a.posted_on desc, a.id desc
       limit ${limit} offset ${offset}
    )
    select a.id, a.title, a.employer_name as "employerName", a.posted_on as "postedOn", a.presented as "regionId",
           a.status, a.flags, a.source,
           (select count(distinct l.competency_id)::int from advertisement_link l
             where l.advertisement_id = a.id and l.counts) as competencies
      from page a order by a.posted_on desc, a.id desc`.execute(db);
  return rows;
}

export async function findAdvertisement(db: Kysely<DB>, id: number) {
  return db
    .selectFrom('advertisement as a')
    .leftJoin('region_succession as s', 's.predecessor_id', 'a.region_id')
    .where('a.id', '=', id)
    .selectAll('a')
    .select((eb) => eb.fn.coalesce('s.successor_id', 'a.region_id').as('presentedRegionId'))
    .executeTakeFirst();
}

export async function listPostings(db: Kysely<DB>, vacancyId: number, exceptId: number) {
  return db
    .selectFrom('advertisement')
    .select(['id', 'posted_on as postedOn'])
    .where('vacancy_id', '=', vacancyId)
    .where('id', '!=', exceptId)
    .orderBy('posted_on')
    .execute();
}

export async function listLinks(db: Kysely<DB>, advertisementIds: number[], competencyId?: number) {
  if (advertisementIds.length === 0) return [];
  let query = db
    .selectFrom('advertisement_link as link')
    .select(['link.advertisement_id as advertisementId', 'link.id', 'link.field', 'link.ordinal'])
    .select('link.competency_id as competencyId')
    .select(linkSelection)
    .where('advertisement_id', 'in', advertisementIds)
    .orderBy('advertisement_id')
    .orderBy('field')
    .orderBy('ordinal')
    .orderBy('span_start')
    .orderBy('id');
  if (competencyId !== undefined) query = query.where('competency_id', '=', competencyId);
  return query.execute();
}

export async function listTexts(db: Kysely<DB>, advertisementIds: number[]) {
  if (advertisementIds.length === 0) return [];
  return db
    .selectFrom('advertisement')
    .select(['id', 'title', 'tags', 'requirements'])
    .where('id', 'in', advertisementIds)
    .execute();
}

/** What regions are called, one row per language. */
export async function listRegionNames(db: Kysely<DB>) {
  return db
    .selectFrom('region')
    .innerJoin('region_text', 'region_text.region_id', 'region.id')
    .where('region_text.field', '=', 'name')
    .select(['region.id', 'region.code', 'region_text.language', 'region_text.value'])
    .execute();
}
