import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Phrase } from '#src/linking/phrase.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import { forgetEngine } from './link-rows.ts';

/** For room review: has every title and outcome that holds a phrase linked again; says how many there are. */
export async function relinkPhrase(trx: Transaction<DB>, phrase: Phrase): Promise<number> {
  const courses = await listHolding(trx, 'course', phrase);
  const outcomes = await listHolding(trx, 'outcome', phrase);
  await forgetEngine(trx, 'course_link', courses);
  await forgetEngine(trx, 'learning_outcome_link', outcomes);
  const found = courses.length + outcomes.length;
  if (found > 0) await moveInput(trx, 'programmes');
  return found;
}

export type Taught = 'course' | 'outcome';

const TEXTS = {
  course: sql`select course_id as id, value from course_text where field = 'title'`,
  outcome: sql`select learning_outcome_id as id, value from learning_outcome_text where field = 'statement'`,
};

/** The texts of one course or outcome that carry links; none where there is no such thing. */
export async function findTexts(db: Kysely<DB>, kind: Taught, id: number): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select value from (${TEXTS[kind]}) texts where id = ${id}`.execute(db);
  return rows.map(({ value }) => value);
}

async function listHolding(db: Kysely<DB>, kind: Taught, phrase: Phrase): Promise<number[]> {
  const { rows } = await sql<{ id: number; value: string }>`
    select id, value from (${TEXTS[kind]}) texts where lower(value) like ${phrase.pattern}`.execute(
    db,
  );
  return [...new Set(rows.filter(({ value }) => phrase.isIn([value])).map(({ id }) => id))];
}
