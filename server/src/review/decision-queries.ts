import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { Verdict } from '#src/linking/contract.ts';
import { standingDecisions } from '#src/linking/standing-decisions.ts';
import type { Act } from './contract.ts';

export interface DecisionToWrite {
  normalised: string;
  competencyId: number;
  verdict: Verdict | 'undo';
  /** Where the verdict does not say it. */
  act?: 'replace' | 'add' | null;
  /** The first row of the act. */
  partOf?: number | null;
  undoesId: number | null;
  note: string | null;
}

export async function insertDecision(
  trx: Transaction<DB>,
  actor: Actor,
  decision: DecisionToWrite,
) {
  return trx
    .insertInto('decision')
    .values({
      normalised: decision.normalised,
      competency_id: decision.competencyId,
      verdict: decision.verdict,
      act: decision.act ?? null,
      part_of: decision.partOf ?? null,
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
      sql<Act | 'undo'>`coalesce(act, verdict)`.as('act'),
      'undoes_id as undoesId',
      'decided_at as decidedAt',
    ])
    .executeTakeFirstOrThrow();
}

/** A decision with all that was decided in the same act, in the order of writing; empty where there is none. */
export async function listAct(db: Kysely<DB>, id: number) {
  const { rows } = await sql<{
    id: number;
    normalised: string;
    competencyId: number;
    undoneById: number | null;
  }>`
    select d.id, d.normalised, d.competency_id as "competencyId", u.id as "undoneById"
      from decision one
      join decision d on coalesce(d.part_of, d.id) = coalesce(one.part_of, one.id)
      left join decision u on u.undoes_id = d.id
     where one.id = ${id} and one.verdict <> 'undo'
     order by d.id`.execute(db);
  return rows;
}

/** Whether any text links the pair. */
export async function isLinked(
  db: Kysely<DB>,
  normalised: string,
  competencyId: number,
): Promise<boolean> {
  const pair = sql`normalised = ${normalised} and competency_id = ${competencyId}`;
  const { rows } = await sql<{ linked: boolean }>`
    select exists (select from advertisement_link where ${pair})
        or exists (select from learning_outcome_link where ${pair})
        or exists (select from course_link where ${pair}) as linked`.execute(db);
  return rows[0]!.linked;
}

export interface Standing {
  id: number;
  verdict: Verdict;
  act: Act;
  actorId: number;
}

/** What stands for a pair now; undefined where nobody has a word on it. */
export async function findStanding(
  db: Kysely<DB>,
  normalised: string,
  competencyId: number,
): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select id, verdict, act, actor_id as "actorId" from (${standingDecisions}) standing
     where normalised = ${normalised} and competency_id = ${competencyId}`.execute(db);
  return rows[0];
}

/** How the words of a pair are written most often, and in how many texts; undefined where none links it. */
export async function findWriting(
  db: Kysely<DB>,
  normalised: string,
  competencyId: number,
): Promise<{ surface: string; method: string; texts: number } | undefined> {
  const pair = sql`normalised = ${normalised} and competency_id = ${competencyId}`;
  const { rows } = await sql<{ surface: string; method: string; texts: number }>`
    with place as (
      select surface, method, 'a' || advertisement_id as text from advertisement_link where ${pair}
      union all
      select surface, method, 'o' || learning_outcome_id from learning_outcome_link where ${pair}
      union all
      select surface, method, 'c' || course_id from course_link where ${pair}
    )
    select surface, min(method) as method, (select count(distinct text)::int4 from place) as texts
      from place group by surface order by count(*) desc, surface limit 1`.execute(db);
  return rows[0];
}

/** Of some acts the competency that a phrase was given instead, by the id of the act's first row. */
export async function listReplacements(
  db: Kysely<DB>,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; competencyId: number }>`
    select part_of as id, competency_id as "competencyId" from decision
     where part_of = any(${[...ids]}::int8[]) and act = 'replace' and verdict = 'accept'`.execute(
    db,
  );
  return new Map(rows.map(({ id, competencyId }) => [id, competencyId]));
}

/** Whether texts are linked to a competency: it stands in a published version in use, and is no area. */
export async function isLinkable(db: Kysely<DB>, competencyId: number): Promise<boolean> {
  const { rows } = await sql<{ linkable: boolean }>`
    select exists (
      select from competency_version v
        join framework_version w on w.id = v.framework_version_id and w.status = 'published'
        join framework f on f.id = w.framework_id and f.in_use
       where v.competency_id = ${competencyId} and v.kind <> 'area') as linkable`.execute(db);
  return rows[0]!.linkable;
}
