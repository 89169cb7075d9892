import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Band, LinkMethod } from '#src/linking/contract.ts';
import type { TextKind } from './contract.ts';
import { taughtNow } from './taught-now.ts';

export interface ExampleRow {
  normalised: string;
  competencyId: number;
  kind: TextKind;
  id: number;
  ownerId: number;
  text: string;
  start: number;
  end: number;
  surface: string;
  method: LinkMethod;
  form: string;
  band: Band;
  probability: number | null;
  reasons: unknown;
  levelScale: string | null;
  levelLow: number | null;
  levelHigh: number | null;
  levelGrounds: unknown;
}

/** What every table of links has and an example shows. */
const shown = sql`l.field, l.ordinal, l.language, l.span_start, l.span_end, l.id as link_id, l.surface, l.method,
             l.form, l.band, l.probability, l.reasons, l.level_scale, l.level_low, l.level_high, l.level_grounds`;

/**
 * Up to three places of each pair, no two in one text: an advertisement, an outcome and a course where
 * there is one of each; the latest advertisements, and of an advertisement its text before its tags. `kind`:
 * only of that one.
 */
export async function listExamples(
  db: Kysely<DB>,
  pairs: readonly { normalised: string; competencyId: number }[],
  kind: TextKind | undefined,
): Promise<ExampleRow[]> {
  if (pairs.length === 0) return [];
  const { rows } = await sql<ExampleRow>`
    with ${taughtNow}, wanted as (
      select * from unnest(${pairs.map((pair) => pair.normalised)}::text[],
                           ${pairs.map((pair) => pair.competencyId)}::int4[]) as w (normalised, competency_id)
    ), place as (
      select w.*, 'advertisement' as kind, 0 as turn, a.id, a.id as owner_id, a.posted_on, ${shown}
        from wanted w
        join advertisement_link l using (normalised, competency_id)
        join advertisement a on a.id = l.advertisement_id and a.status = 'counted'
      union all
      select w.*, 'outcome', 1, o.id, o.programme_id, null, ${shown}
        from wanted w
        join learning_outcome_link l using (normalised, competency_id)
        join current_outcome o on o.id = l.learning_outcome_id
      union all
      select w.*, 'course', 2, c.id, c.programme_id, null, ${shown}
        from wanted w
        join course_link l using (normalised, competency_id)
        join current_course c on c.id = l.course_id
    ), once as (
      select distinct on (normalised, competency_id, kind, id) *
        from place where ${kind ?? null}::text is null or kind = ${kind ?? null}::text
       order by normalised, competency_id, kind, id, field = 'tag', link_id
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
           span_start as "start", span_end as "end", surface, method, form, band, probability, reasons,
           level_scale as "levelScale", level_low as "levelLow", level_high as "levelHigh",
           level_grounds as "levelGrounds"
      from ranked r where rank <= 3
     order by normalised, competency_id, rank`.execute(db);
  return rows;
}
