import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { localText } from '#src/languages/local-text.ts';
import type { DemandBase, DemandTable } from './contract.ts';

/** Which advertisements: of a province of the present vintage, posted within a period (both days included). */
export interface DemandFilter {
  regionCode?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** A vacancy as demand counts it. Links that do not count are left out; competencies stand once. */
export interface VacancyCompetencies {
  vacancyId: number;
  employerKey: string;
  /** the province of the present vintage, 'unknown' or 'remote' */
  regionCode: string;
  competencyIds: number[];
  /** of those, the ones that the requirements' text names */
  competencyIdsByText: number[];
}

/** Advertisements of one status with their region as it is presented today. */
function advertisements(status: 'counted' | 'held', filter: DemandFilter) {
  const region = filter.regionCode === undefined ? sql`true` : sql`r.code = ${filter.regionCode}`;
  const from = filter.from === undefined ? sql`true` : sql`a.posted_on >= ${filter.from}`;
  const to = filter.to === undefined ? sql`true` : sql`a.posted_on <= ${filter.to}`;
  return sql`
    select a.id, a.vacancy_id, a.employer_key, a.tags, a.posted_on, a.source, r.code as region_code
      from advertisement a
      left join region_succession s on s.predecessor_id = a.region_id
      join region r on r.id = coalesce(s.successor_id, a.region_id)
     where a.status = ${status} and ${region} and ${from} and ${to}`;
}

export async function vacancyCompetencies(
  db: Kysely<DB>,
  filter: DemandFilter = {},
): Promise<VacancyCompetencies[]> {
  const { rows } = await sql<VacancyCompetencies>`
    with counted as materialized (${advertisements('counted', filter)})
    select c.vacancy_id as "vacancyId", min(c.employer_key) as "employerKey", min(c.region_code) as "regionCode",
           coalesce(array_agg(distinct l.competency_id) filter (where l.competency_id is not null), '{}') as "competencyIds",
           coalesce(array_agg(distinct l.competency_id) filter (where l.field = 'text'), '{}') as "competencyIdsByText"
      from counted c
      left join advertisement_link l
        on l.advertisement_id = c.id and l.counts
     group by c.vacancy_id
     order by c.vacancy_id`.execute(db);
  return rows;
}

export async function demandBase(db: Kysely<DB>, filter: DemandFilter = {}): Promise<DemandBase> {
  const { rows } = await sql<{
    from: string | null;
    to: string | null;
    advertisements: number;
    vacancies: number;
    employers: number;
    sources: string[];
    tagMass: number;
    linkedTags: number;
    held: number;
  }>`
    with counted as materialized (${advertisements('counted', filter)}), linked as (
      select distinct l.advertisement_id, l.ordinal
        from counted c
        join advertisement_link l
          on l.advertisement_id = c.id and l.field = 'tag' and l.counts
    )
    select min(posted_on) as "from", max(posted_on) as "to", count(*)::int as advertisements,
           count(distinct vacancy_id)::int as vacancies, count(distinct employer_key)::int as employers,
           coalesce(array_agg(distinct source), '{}') as sources,
           coalesce(sum(cardinality(tags)), 0)::int as "tagMass",
           (select count(*)::int from linked) as "linkedTags",
           (select count(*)::int from (${advertisements('held', filter)}) held) as held
      from counted`.execute(db);
  const { from, to, tagMass, linkedTags, ...counts } = rows[0]!;
  return {
    ...counts,
    period: { from, to },
    tagMass,
    reach: tagMass === 0 ? null : linkedTags / tagMass,
  };
}

/** What a region of the present vintage is called; undefined where there is none of that code. */
export async function findRegionName(
  db: Kysely<DB>,
  code: string,
): Promise<DemandTable['region'] | undefined> {
  const names = await db
    .selectFrom('region')
    .innerJoin('region_text', 'region_text.region_id', 'region.id')
    .where('region.code', '=', code)
    .where('region.valid_to', 'is', null)
    .where('region_text.field', '=', 'name')
    .select(['region_text.language', 'region_text.value'])
    .execute();
  return names.length === 0 ? undefined : { code, name: localText(names) };
}

/** Counted advertisements and their vacancies by province of the present vintage. */
export async function demandByProvince(
  db: Kysely<DB>,
): Promise<{ regionCode: string; advertisements: number; vacancies: number }[]> {
  const { rows } = await sql<{ regionCode: string; advertisements: number; vacancies: number }>`
    with counted as (${advertisements('counted', {})})
    select region_code as "regionCode", count(*)::int as advertisements,
           count(distinct vacancy_id)::int as vacancies
      from counted group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}
