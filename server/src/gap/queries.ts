import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { CoverageReport, Overview } from './contract.ts';

/** The framework whose competencies are counted, and the lexicon that found them. */
export async function getFrameworkInForce(db: Kysely<DB>): Promise<CoverageReport['framework']> {
  const { rows } = await sql<CoverageReport['framework']>`
    select framework.code, version.version,
           (select coalesce(max(id), 0) from lexicon_revision)::int4 as "lexiconRevision"
      from framework_version version
      join framework on framework.id = version.framework_id
     where version.status = 'published'
     order by framework.id, version.id desc limit 1`.execute(db);
  return rows[0] ?? { code: '', version: '', lexiconRevision: 0 };
}

/** In how many calendar months counted advertisements were posted: the history that a curve would have. */
export async function countDemandMonths(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ months: number }>`
    select count(distinct date_trunc('month', posted_on))::int4 as months
      from advertisement where status = 'counted'`.execute(db);
  return rows[0]!.months;
}

/** Surfaces that texts link and nobody has decided about, and advertisements that lint holds back. */
export async function countWaiting(db: Kysely<DB>): Promise<Omit<Overview['waiting'], 'imports'>> {
  const { rows } = await sql<{ linksToReview: number; heldAdvertisements: number }>`
    select
      (select count(*) from (
         select l.normalised, l.competency_id from advertisement_link l
           join advertisement a on a.id = l.advertisement_id and a.status = 'counted'
          where l.verdict is null
         union select normalised, competency_id from learning_outcome_link where verdict is null
         union select normalised, competency_id from course_link where verdict is null
       ) undecided)::int4 as "linksToReview",
      (select count(*) from advertisement where status = 'held')::int4 as "heldAdvertisements"
  `.execute(db);
  return rows[0]!;
}

/**
 * What the first screen depends on, in one short query: the revisions of the inputs, and the imports
 * that wait for a person (which move no input before they are applied).
 */
export async function readPulse(
  db: Kysely<DB>,
): Promise<{ revisions: string; importsWaiting: number }> {
  const { rows } = await sql<{ revisions: string; importsWaiting: number }>`
    select
      (select string_agg(input || ':' || revision, ' ' order by input) from input_revision) as revisions,
      (select count(*) from import_run where status = 'previewed')::int4 as "importsWaiting"
  `.execute(db);
  return rows[0]!;
}
