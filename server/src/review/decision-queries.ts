import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { standingDecisions } from '#src/linking/standing-decisions.ts';
import type { Actor } from '#src/actors/actor.ts';

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

/** What stands for a pair now; null where nobody has a word on it. */
export async function standingVerdict(
  db: Kysely<DB>,
  normalised: string,
  competencyId: number,
): Promise<'accept' | 'reject' | null> {
  const { rows } = await sql<{ verdict: 'accept' | 'reject' }>`
    select verdict from (${standingDecisions}) standing
     where normalised = ${normalised} and competency_id = ${competencyId}`.execute(db);
  return rows[0]?.verdict ?? null;
}
