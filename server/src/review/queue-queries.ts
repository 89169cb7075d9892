import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { LinkMethod } from '#src/linking/contract.ts';
import { standingDecisions } from '#src/linking/standing-decisions.ts';

export interface SurfaceRow {
  normalised: string;
  competencyId: number;
  method: LinkMethod;
  form: string;
  advertisements: number;
  outcomes: number;
  courses: number;
  decisionId: number | null;
  verdict: 'accept' | 'reject' | null;
  decidedAt: Date | null;
}

export interface QueueFilter {
  undecided: boolean | undefined;
  competencyId: number | undefined;
  limit: number;
  offset: number;
}

/** Outcomes and courses that some current programme version has, each with the first programme that has it. */
const taughtNow = sql`
  current_outcome as (
    select o.id, v.programme_id
      from learning_outcome o
      join programme_version v on v.id = o.programme_version_id and v.status = 'current'
    union all
    select o.id, min(v.programme_id)
      from learning_outcome o
      join course c on c.syllabus_id = o.syllabus_id
      join programme_version v on v.id = c.programme_version_id and v.status = 'current'
     group by o.id
  ), current_course as (
    select c.id, v.programme_id
      from course c
      join programme_version v on v.id = c.programme_version_id and v.status = 'current'
  )`;

/** Every (surface, competency) that a text links which counts today, with how many texts it touches. */
const surfaces = sql`
  with ${taughtNow}, place as (
    select l.normalised, l.competency_id, l.method, l.form,
           count(distinct l.advertisement_id) as advertisements, 0 as outcomes, 0 as courses
      from advertisement_link l
      join advertisement a on a.id = l.advertisement_id and a.status = 'counted'
     group by 1, 2, 3, 4
    union all
    select l.normalised, l.competency_id, l.method, l.form, 0, count(distinct o.id), 0
      from learning_outcome_link l join current_outcome o on o.id = l.learning_outcome_id
     group by 1, 2, 3, 4
    union all
    select l.normalised, l.competency_id, l.method, l.form, 0, 0, count(distinct c.id)
      from course_link l join current_course c on c.id = l.course_id
     group by 1, 2, 3, 4
  ), surface as (
    select normalised, competency_id,
           -- the least certain method and a form that it matched
           (array_agg(method order by ${certainty()}, form))[1] as method,
           (array_agg(form order by ${certainty()}, form))[1] as form,
           sum(advertisements)::int as advertisements, sum(outcomes)::int as outcomes, sum(courses)::int as courses,
           min(${certainty()}) as certainty
      from place group by 1, 2
  ), standing as (${standingDecisions})`;

/** 0: ranked, or guessed without diacritics … 3: decided by a person. */
function certainty() {
  return sql`case method when 'hybrid' then 0 when 'unaccented' then 0 when 'near' then 1 when 'exact' then 2 else 3 end`;
}

export async function listQueue(db: Kysely<DB>, filter: QueueFilter): Promise<SurfaceRow[]> {
  const { rows } = await sql<SurfaceRow>`${surfaces}
    select s.normalised, s.competency_id as "competencyId", s.method, s.form,
           s.advertisements, s.outcomes, s.courses,
           d.id as "decisionId", d.verdict, d.decided_at as "decidedAt"
      from surface s
      left join standing d on d.normalised = s.normalised and d.competency_id = s.competency_id
     where ${matching(filter)}
     order by (s.advertisements + s.outcomes + s.courses) * (4 - s.certainty) desc, s.normalised, s.competency_id
     limit ${filter.limit} offset ${filter.offset}`.execute(db);
  return rows;
}

export async function countQueue(
  db: Kysely<DB>,
  filter: Pick<QueueFilter, 'competencyId'>,
): Promise<{ total: number; decided: number }> {
  const { rows } = await sql<{ total: number; decided: number }>`${surfaces}
    select count(*)::int as total, count(d.id)::int as decided
      from surface s
      left join standing d on d.normalised = s.normalised and d.competency_id = s.competency_id
     where ${matching({ ...filter, undecided: undefined })}`.execute(db);
  return rows[0] ?? { total: 0, decided: 0 };
}

function matching(filter: Pick<QueueFilter, 'undecided' | 'competencyId'>) {
  const undecided =
    filter.undecided === undefined
      ? sql`true`
      : filter.undecided
        ? sql`d.id is null`
        : sql`d.id is not null`;
  const competency =
    filter.competencyId === undefined ? sql`true` : sql`s.competency_id = ${filter.competencyId}`;
  return sql`${undecided} and ${competency}`;
}

export interface ExampleRow {
  normalised: string;
  competencyId: number;
  kind: 'advertisement' | 'outcome' | 'course';
  id: number;
  ownerId: number;
  text: string;
  start: number;
  end: number;
}

/**
 * Up to three places of each pair, no two in one text: an advertisement, an outcome and a course where
 * there is one of each; the latest advertisements, and of an advertisement its text before its tags.
 */
export async function listExamples(
  db: Kysely<DB>,
  pairs: { normalised: string; competencyId: number }[],
): Promise<ExampleRow[]> {
  if (pairs.length === 0) return [];
  const { rows } = await sql<ExampleRow>`
    with ${taughtNow}, wanted as (
      select * from unnest(${pairs.map((pair) => pair.normalised)}::text[],
                           ${pairs.map((pair) => pair.competencyId)}::int4[]) as w (normalised, competency_id)
    ), place as (
      select w.*, 'advertisement' as kind, 0 as turn, a.id, a.id as owner_id, a.posted_on,
             l.field, l.ordinal, l.language, l.span_start, l.span_end, l.id as link_id
        from wanted w
        join advertisement_link l using (normalised, competency_id)
        join advertisement a on a.id = l.advertisement_id and a.status = 'counted'
      union all
      select w.*, 'outcome', 1, o.id, o.programme_id, null,
             l.field, l.ordinal, l.language, l.span_start, l.span_end, l.id
        from wanted w
        join learning_outcome_link l using (normalised, competency_id)
        join current_outcome o on o.id = l.learning_outcome_id
      union all
      select w.*, 'course', 2, c.id, c.programme_id, null,
             l.field, l.ordinal, l.language, l.span_start, l.span_end, l.id
        from wanted w
        join course_link l using (normalised, competency_id)
        join current_course c on c.id = l.course_id
    ), once as (
      select distinct on (normalised, competency_id, kind, id) *
        from place order by normalised, competency_id, kind, id, field = 'tag', link_id
    ), turned as (
      select *, row_number() over (partition by normalised, competency_id, kind
                                   order by field = 'tag', posted_on desc, id) as round
        from once
    ), ranked as (
      select *, row_number() over (partition by normalised, competency_id order by round, turn) as rank
        from turned
    )
    select normalised, competency_id as "competencyId", kind, id, owner_id as "ownerId",
           case kind
             when 'advertisement' then
               (select case r.field when 'title' then a.title when 'tag' then a.tags[r.ordinal + 1] else a.requirements end
                  from advertisement a where a.id = r.id)
             when 'outcome' then
               (select value from learning_outcome_text t
                 where t.learning_outcome_id = r.id and t.field = 'statement' and t.language = r.language)
             else (select value from course_text t
                    where t.course_id = r.id and t.field = 'title' and t.language = r.language)
           end as text,
           span_start as "start", span_end as "end"
      from ranked r where rank <= 3
     order by normalised, competency_id, rank`.execute(db);
  return rows;
}
