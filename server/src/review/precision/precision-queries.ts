import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { standingDecisions } from '#src/linking/standing-decisions.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { PrecisionLanguage, PrecisionMark, PrecisionPeriod } from './contract.ts';

export async function insertDraw(trx: Transaction<DB>, actor: Actor): Promise<number> {
  const { id } = await trx
    .insertInto('precision_draw')
    .values({ actor_id: actor.id, owner_organisation_id: actor.organisationId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Draws up to `each` links of each tier and language without putting back, from those that count in
 * texts that count and bear nobody's word. Says how many it drew.
 */
export async function insertItems(
  trx: Transaction<DB>,
  drawId: number,
  each: number,
): Promise<number> {
  const columns = sql`l.normalised, l.competency_id, l.field, l.surface, l.span_start, l.span_end,
    case when l.method = 'hybrid' then 'hybrid' else 'dictionary' end as tier`;
  const { numAffectedRows } = await sql`
    insert into precision_item
      (precision_draw_id, tier, language, stratum_size, normalised, competency_id, document_type,
       document_id, field, ordinal, text_language, surface, span_start, span_end)
    with linked as (
      select ${columns}, 'advertisement' as document_type, l.advertisement_id as document_id,
             l.ordinal, null as text_language, l.line_language as language
        from advertisement_link l join advertisement a on a.id = l.advertisement_id
       where a.status = 'counted' and l.counts and l.verdict is null
      union all
      select ${columns}, 'outcome', l.learning_outcome_id, 0, l.language,
             coalesce(l.line_language, l.language)
        from learning_outcome_link l join learning_outcome o on o.id = l.learning_outcome_id
       where l.counts and l.verdict is null
         and exists (select from programme_version v
                      where v.status = 'current' and (v.id = o.programme_version_id or exists (
                        select from course c where c.programme_version_id = v.id
                                               and c.syllabus_id = o.syllabus_id)))
      union all
      select ${columns}, 'course', l.course_id, 0, l.language, coalesce(l.line_language, l.language)
        from course_link l
        join course c on c.id = l.course_id
        join programme_version v on v.id = c.programme_version_id and v.status = 'current'
       where l.counts and l.verdict is null
    ), known as (
      select linked.*, case when language in ('vi', 'en') then language end as stratum from linked
    ), placed as (
      select known.*, row_number() over (partition by tier, stratum order by random()) as place,
             count(*) over (partition by tier, stratum) as stratum_size
        from known
    )
    select ${drawId}::int4, tier, stratum, stratum_size, normalised, competency_id, document_type,
           document_id, field, ordinal, text_language, surface, span_start, span_end
      from placed where place <= ${each} order by random()`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

/** What was drawn with what stands for its pair today; anything but an acceptance: not right. */
const judged = sql`
  select i.*, d.drawn_at, s.verdict = 'accept' as "right"
    from precision_item i
    join precision_draw d on d.id = i.precision_draw_id
    left join (${standingDecisions}) s using (normalised, competency_id)`;

export interface PrecisionRow {
  tier: 'dictionary' | 'hybrid';
  language: PrecisionLanguage;
  from: string;
  at: Date;
  drawn: number;
  decided: number;
  right: number;
}

/** Weeks begin on Monday; the day is that of the product's country. */
export async function listPrecision(db: Kysely<DB>, per: PrecisionPeriod): Promise<PrecisionRow[]> {
  const { rows } = await sql<PrecisionRow>`
    select tier, coalesce(language, 'unknown') as language,
           to_char(date_trunc(${per}, drawn_at at time zone 'Asia/Ho_Chi_Minh'), 'YYYY-MM-DD') as "from",
           to_timestamp(avg(extract(epoch from drawn_at))) as at,
           count(*)::int4 as drawn, count("right")::int4 as decided,
           (count(*) filter (where "right"))::int4 as "right"
      from (${judged}) item
     group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return rows;
}

const MOST_MARKS = 100;

export async function listMarks(
  db: Kysely<DB>,
): Promise<(Omit<PrecisionMark, 'at'> & { at: Date })[]> {
  const { rows } = await sql<Omit<PrecisionMark, 'at'> & { at: Date }>`
    select * from (
      select 'calibration' as kind, made_at as at, language, document_type as "documentType",
             null as version
        from link_calibration
      union all
      select 'withdrawal', withdrawn_at, language, document_type, null
        from link_calibration where withdrawn_at is not null
      union all
      select 'engine', min(r.started_at), null, null, e.linker_version
        from link_run r join link_engine e on e.id = r.link_engine_id
       group by e.linker_version
    ) mark order by at desc limit ${MOST_MARKS}`.execute(db);
  return rows.reverse();
}

export async function countSample(db: Kysely<DB>): Promise<{ drawn: number; waiting: number }> {
  const { rows } = await sql<{ drawn: number; waiting: number }>`
    select count(*)::int4 as drawn, (count(*) filter (where "right" is null))::int4 as waiting
      from (${judged}) item`.execute(db);
  return rows[0]!;
}

export interface WaitingRow {
  normalised: string;
  competencyId: number;
  kind: 'advertisement' | 'outcome' | 'course';
  id: number;
  ownerId: number | null;
  surface: string;
  text: string | null;
  start: number;
  end: number;
}

/** Each undecided pair once, in the order in which it was drawn, with the text of the place drawn. */
export async function listWaiting(db: Kysely<DB>, limit: number): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    with first as (
      select distinct on (normalised, competency_id) *
        from (${judged}) item where "right" is null
       order by normalised, competency_id, id
    )
    select f.normalised, f.competency_id as "competencyId", f.document_type as kind,
           f.document_id::int4 as id, f.surface, f.span_start as "start", f.span_end as "end",
           case f.document_type
             when 'advertisement' then f.document_id::int4
             when 'course' then (select v.programme_id from course c
                                  join programme_version v on v.id = c.programme_version_id
                                 where c.id = f.document_id)
             else coalesce(
               (select v.programme_id from learning_outcome o
                  join programme_version v on v.id = o.programme_version_id
                 where o.id = f.document_id),
               (select min(v.programme_id) from learning_outcome o
                  join course c on c.syllabus_id = o.syllabus_id
                  join programme_version v on v.id = c.programme_version_id and v.status = 'current'
                 where o.id = f.document_id))
           end as "ownerId",
           case f.document_type
             when 'advertisement' then
               (select case f.field when 'title' then a.title
                                    when 'tag' then a.tags[f.ordinal + 1] else a.requirements end
                  from advertisement a where a.id = f.document_id)
             when 'outcome' then
               (select value from learning_outcome_text t where t.learning_outcome_id = f.document_id
                   and t.field = 'statement' and t.language = f.text_language)
             else (select value from course_text t where t.course_id = f.document_id
                      and t.field = 'title' and t.language = f.text_language)
           end as text
      from first f order by f.id limit ${limit}`.execute(db);
  return rows;
}
