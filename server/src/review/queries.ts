import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Actor } from '#src/sign-in/actor.ts';

export interface SurfaceRow {
  normalised: string;
  competencyId: number;
  method: 'exact' | 'near' | 'unaccented' | 'decision';
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

/** Every (surface, competency) that any text links, with how many texts it touches. */
const surfaces = sql`
  with place as (
    select l.normalised, l.competency_id, l.method, l.form,
           count(distinct l.advertisement_id) as advertisements, 0 as outcomes, 0 as courses
      from advertisement_link l
      join advertisement a on a.id = l.advertisement_id and a.status = 'counted'
     group by 1, 2, 3, 4
    union all
    select l.normalised, l.competency_id, l.method, l.form, 0, count(distinct l.learning_outcome_id), 0
      from learning_outcome_link l group by 1, 2, 3, 4
    union all
    select l.normalised, l.competency_id, l.method, l.form, 0, 0, count(distinct l.course_id)
      from course_link l group by 1, 2, 3, 4
  ), surface as (
    select normalised, competency_id,
           -- the least certain method and a form that it matched
           (array_agg(method order by ${certainty()}))[1] as method,
           (array_agg(form order by ${certainty()}, form))[1] as form,
           sum(advertisements)::int as advertisements, sum(outcomes)::int as outcomes, sum(courses)::int as courses,
           min(${certainty()}) as certainty
      from place group by 1, 2
  ), standing as (
    select distinct on (d.normalised, d.competency_id) d.*
      from decision d
     where d.verdict in ('accept', 'reject')
       and not exists (select 1 from decision u where u.undoes_id = d.id)
     order by d.normalised, d.competency_id, d.id desc
  )`;

/** 0: guessed without diacritics … 3: decided by a person. */
function certainty() {
  return sql`case method when 'unaccented' then 0 when 'near' then 1 when 'exact' then 2 else 3 end`;
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

/** Up to three places of each pair, advertisements first. */
export async function listExamples(
  db: Kysely<DB>,
  pairs: { normalised: string; competencyId: number }[],
): Promise<ExampleRow[]> {
  if (pairs.length === 0) return [];
  const wanted = sql`unnest(${pairs.map((pair) => pair.normalised)}::text[], ${pairs.map((pair) => pair.competencyId)}::int4[])`;
  const { rows } = await sql<ExampleRow>`
    with wanted (normalised, competency_id) as (select * from ${wanted}), example as (
      select w.normalised, w.competency_id, 'advertisement' as kind, 0 as turn, a.id, a.id as owner_id,
             case l.field when 'title' then a.title when 'tag' then a.tags[l.ordinal + 1] else a.requirements end as text,
             l.span_start, l.span_end,
             row_number() over (partition by w.normalised, w.competency_id
                                order by l.field = 'tag', a.posted_on desc, a.id, l.id) as place
        from wanted w
        join advertisement_link l on l.normalised = w.normalised and l.competency_id = w.competency_id
        join advertisement a on a.id = l.advertisement_id and a.status = 'counted'
      union all
      select w.normalised, w.competency_id, 'outcome', 1, o.id, coalesce(pv.programme_id, course_pv.programme_id),
             t.value, l.span_start, l.span_end,
             row_number() over (partition by w.normalised, w.competency_id order by o.id, l.id)
        from wanted w
        join learning_outcome_link l on l.normalised = w.normalised and l.competency_id = w.competency_id
        join learning_outcome o on o.id = l.learning_outcome_id
        join learning_outcome_text t on t.learning_outcome_id = o.id and t.field = 'statement' and t.language = l.language
        left join programme_version pv on pv.id = o.programme_version_id
        left join (select distinct on (c.syllabus_id) c.syllabus_id, v.programme_id
                     from course c join programme_version v on v.id = c.programme_version_id and v.status = 'current'
                    where c.syllabus_id is not null order by c.syllabus_id, v.programme_id) course_pv
          on course_pv.syllabus_id = o.syllabus_id
       where coalesce(pv.programme_id, course_pv.programme_id) is not null
      union all
      select w.normalised, w.competency_id, 'course', 2, c.id, v.programme_id, t.value, l.span_start, l.span_end,
             row_number() over (partition by w.normalised, w.competency_id order by c.id, l.id)
        from wanted w
        join course_link l on l.normalised = w.normalised and l.competency_id = w.competency_id
        join course c on c.id = l.course_id
        join programme_version v on v.id = c.programme_version_id and v.status = 'current'
        join course_text t on t.course_id = c.id and t.field = 'title' and t.language = l.language
    ), ranked as (
      select *, row_number() over (partition by normalised, competency_id order by place, turn) as rank
        from example
    )
    select normalised, competency_id as "competencyId", kind, id, owner_id as "ownerId",
           text, span_start as "start", span_end as "end"
      from ranked where rank <= 3 order by normalised, competency_id, rank`.execute(db);
  return rows;
}

export async function insertDecision(
  trx: Transaction<DB>,
  actor: Actor,
  decision: {
    normalised: string;
    competencyId: number;
    verdict: 'accept' | 'reject' | 'undo';
    undoesId: number | null;
    note: string | null;
  },
) {
  return trx
    .insertInto('decision')
    .values({
      normalised: decision.normalised,
      competency_id: decision.competencyId,
      verdict: decision.verdict,
      undoes_id: decision.undoesId,
      note: decision.note,
      actor_id: actor.id,
      owner_organisation_id: actor.organisationId,
    })
    .returning([
      'id',
      'normalised',
      'competency_id as competencyId',
      'verdict',
      'undoes_id as undoesId',
      'decided_at as decidedAt',
    ])
    .executeTakeFirstOrThrow();
}

export async function findDecision(db: Kysely<DB>, id: number) {
  return db
    .selectFrom('decision as d')
    .leftJoin('decision as u', 'u.undoes_id', 'd.id')
    .where('d.id', '=', id)
    .where('d.verdict', '!=', 'undo')
    .select(['d.id', 'd.normalised', 'd.competency_id as competencyId', 'u.id as undoneById'])
    .executeTakeFirst();
}

/** Two people who decide the same pair at once are taken one after the other. */
export async function lockPair(
  trx: Transaction<DB>,
  normalised: string,
  competencyId: number,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`decision ${competencyId} ${normalised}`}, 0))`.execute(
    trx,
  );
}

/** What stands for a pair now: the last decision that nobody has undone. */
export async function standingVerdict(
  db: Kysely<DB>,
  normalised: string,
  competencyId: number,
): Promise<'accept' | 'reject' | null> {
  const row = await db
    .selectFrom('decision as d')
    .where('d.normalised', '=', normalised)
    .where('d.competency_id', '=', competencyId)
    .where('d.verdict', '!=', 'undo')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('decision as u').select('u.id').whereRef('u.undoes_id', '=', 'd.id'),
        ),
      ),
    )
    .select('d.verdict')
    .orderBy('d.id', 'desc')
    .executeTakeFirst();
  return (row?.verdict as 'accept' | 'reject' | undefined) ?? null;
}
