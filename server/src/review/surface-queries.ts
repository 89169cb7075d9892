import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Band, LinkMethod, Verdict } from '#src/linking/contract.ts';
import { standingDecisions } from '#src/linking/standing-decisions.ts';
import type { Act, LineLanguage } from './contract.ts';
import { taughtNow } from './taught-now.ts';

export interface SurfaceRow {
  normalised: string;
  competencyId: number;
  method: LinkMethod;
  form: string;
  advertisements: number;
  outcomes: number;
  courses: number;
  probability: number | null;
  bands: Band[];
  languages: LineLanguage[];
}

/**
 * Every (surface, competency) that a text links which counts today, with how many texts it touches: first once
 * per text, then over texts, each time by hashing. Of several methods the least certain, with a form that it
 * matched; of probabilities the mean.
 */
export async function listSurfaces(db: Kysely<DB>): Promise<SurfaceRow[]> {
  const { rows } = await sql<SurfaceRow>`
    with ${taughtNow}, place as (
      select l.normalised, l.competency_id, 0 as kind, l.advertisement_id as owner, l.method, l.form, l.band,
             l.probability, coalesce(l.line_language, l.language) as language
        from advertisement_link l
        join advertisement a on a.id = l.advertisement_id and a.status = 'counted'
      union all
      select l.normalised, l.competency_id, 1, l.learning_outcome_id, l.method, l.form, l.band,
             l.probability, coalesce(l.line_language, l.language)
        from learning_outcome_link l join (select distinct id from current_outcome) o on o.id = l.learning_outcome_id
      union all
      select l.normalised, l.competency_id, 2, l.course_id, l.method, l.form, l.band,
             l.probability, coalesce(l.line_language, l.language)
        from course_link l join current_course c on c.id = l.course_id
    ), once as (
      select normalised, competency_id, kind, owner,
             min(array[case method when 'hybrid' then '0' when 'unaccented' then '1' when 'near' then '2'
                                   when 'exact' then '3' else '4' end, method, form]) as least,
             sum(probability) as probability, count(probability) as measured,
             bool_or(band = 'accepted') as accepted, bool_or(band = 'review') as review,
             bool_or(language = 'vi') as vi, bool_or(language = 'en') as en, bool_or(language is null) as unknown
        from place group by 1, 2, 3, 4
    )
    select normalised, competency_id as "competencyId", (min(least))[2] as method, (min(least))[3] as form,
           (count(*) filter (where kind = 0))::int4 as advertisements,
           (count(*) filter (where kind = 1))::int4 as outcomes,
           (count(*) filter (where kind = 2))::int4 as courses,
           sum(probability) / nullif(sum(measured), 0)::float8 as probability,
           array_remove(array[case when bool_or(accepted) then 'accepted' end,
                              case when bool_or(review) then 'review' end], null) as bands,
           array_remove(array[case when bool_or(vi) then 'vi' end, case when bool_or(en) then 'en' end,
                              case when bool_or(unknown) then 'unknown' end], null) as languages
      from once group by 1, 2`.execute(db);
  return rows;
}

export interface DecidedRow {
  normalised: string;
  competencyId: number;
  id: number;
  verdict: Verdict;
  act: Act;
  partOf: number | null;
  decidedAt: Date;
}

/** What people have said that stands, of every pair. */
export async function listDecided(db: Kysely<DB>): Promise<DecidedRow[]> {
  const { rows } = await sql<DecidedRow>`
    select normalised, competency_id as "competencyId", id, verdict, act, part_of as "partOf",
           decided_at as "decidedAt"
      from (${standingDecisions}) standing`.execute(db);
  return rows;
}

/** The framework of every competency that texts are linked to. */
export async function listFrameworksOf(db: Kysely<DB>): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; code: string }>`
    select c.id, f.code from competency c
      join framework f on f.id = c.framework_id and f.in_use`.execute(db);
  return new Map(rows.map(({ id, code }) => [id, code]));
}
