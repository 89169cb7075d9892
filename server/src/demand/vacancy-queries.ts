import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { VacancyGroup } from './advertisement-queries.ts';
import type { Posting } from './vacancies.ts';

/** A counted posting of a group, with the vacancy it belonged to so far. */
export interface GroupedPosting extends Posting {
  id: number;
  vacancyId: number | null;
}

export interface VacancyRow extends VacancyGroup {
  id: number;
  firstPostedOn: string;
  lastPostedOn: string;
}

/** One assignment of vacancies at a time, until the transaction ends. */
export async function lockVacancies(trx: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('demand vacancies', 0))`.execute(trx);
}

const groupRows = (groups: readonly VacancyGroup[]) => sql`
  unnest(${groups.map((group) => group.employerKey)}::text[],
         ${groups.map((group) => group.titleKey)}::text[],
         ${groups.map((group) => group.regionId)}::int4[]) as g (employer_key, title_key, region_id)`;

export async function listCountedPostings(
  trx: Transaction<DB>,
  groups: readonly VacancyGroup[],
): Promise<GroupedPosting[]> {
  const { rows } = await sql<GroupedPosting>`
    select a.id, a.vacancy_id as "vacancyId", a.employer_key as "employerKey",
           a.title_key as "titleKey", a.region_id as "regionId", a.posted_on as "postedOn"
      from (select distinct * from ${groupRows(groups)}) g
      join advertisement a using (employer_key, title_key, region_id)
     where a.status = 'counted'
     order by a.id`.execute(trx);
  return rows;
}

/** Postings that are not counted belong to no vacancy. */
export async function releaseUncounted(
  trx: Transaction<DB>,
  groups: readonly VacancyGroup[],
): Promise<void> {
  await sql`
    update advertisement set vacancy_id = null
      from ${groupRows(groups)}
     where advertisement.employer_key = g.employer_key and advertisement.title_key = g.title_key
       and advertisement.region_id = g.region_id
       and advertisement.status <> 'counted' and advertisement.vacancy_id is not null`.execute(trx);
}

export async function newVacancyIds(trx: Transaction<DB>, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('vacancy', 'id')) as id
      from generate_series(1, ${count}::int4)`.execute(trx);
  return rows.map((row) => row.id);
}

/** Makes the vacancies of these groups exactly these. */
export async function replaceVacancies(
  trx: Transaction<DB>,
  groups: readonly VacancyGroup[],
  vacancies: readonly VacancyRow[],
): Promise<void> {
  await sql`
    delete from vacancy using ${groupRows(groups)}
     where vacancy.employer_key = g.employer_key and vacancy.title_key = g.title_key
       and vacancy.region_id = g.region_id
       and vacancy.id <> all(${vacancies.map((vacancy) => vacancy.id)}::int8[])`.execute(trx);
  await sql`
    insert into vacancy (id, employer_key, title_key, region_id, first_posted_on, last_posted_on)
    overriding system value
    select * from unnest(
      ${vacancies.map((vacancy) => vacancy.id)}::int8[],
      ${vacancies.map((vacancy) => vacancy.employerKey)}::text[],
      ${vacancies.map((vacancy) => vacancy.titleKey)}::text[],
      ${vacancies.map((vacancy) => vacancy.regionId)}::int4[],
      ${vacancies.map((vacancy) => vacancy.firstPostedOn)}::date[],
      ${vacancies.map((vacancy) => vacancy.lastPostedOn)}::date[])
    on conflict (id) do update set
      employer_key = excluded.employer_key, title_key = excluded.title_key,
      region_id = excluded.region_id, first_posted_on = excluded.first_posted_on,
      last_posted_on = excluded.last_posted_on`.execute(trx);
}

export async function setVacancyOf(
  trx: Transaction<DB>,
  postings: readonly { id: number; vacancyId: number }[],
): Promise<void> {
  await sql`
    update advertisement a set vacancy_id = p.vacancy_id
      from unnest(${postings.map((posting) => posting.id)}::int8[],
                  ${postings.map((posting) => posting.vacancyId)}::int8[]) as p (id, vacancy_id)
     where a.id = p.id`.execute(trx);
}
