import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Verdict } from '#src/linking/contract.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import { deleteDecided, forgetEngine } from './link-rows.ts';

/**
 * Writes the last word of people about (normalised surface, competency) on the links of titles and
 * outcomes; null where nobody has one: links that stood on that word alone go with it, and their texts are linked
 * again. Gives how many links it touched.
 */
export async function setVerdict(
  trx: Transaction<DB>,
  normalised: string,
  competencyId: number,
  verdict: Verdict | null,
): Promise<number> {
  if (verdict === null) {
    const titles = await deleteDecided(trx, 'course_link', normalised, competencyId);
    const statements = await deleteDecided(trx, 'learning_outcome_link', normalised, competencyId);
    await forgetEngine(trx, 'course_link', titles);
    await forgetEngine(trx, 'learning_outcome_link', statements);
    if (titles.length + statements.length > 0) await moveInput(trx, 'programmes');
  }
  const courses = await trx
    .updateTable('course_link')
    .set({ verdict })
    .where('normalised', '=', normalised)
    .where('competency_id', '=', competencyId)
    .executeTakeFirst();
  const outcomes = await trx
    .updateTable('learning_outcome_link')
    .set({ verdict })
    .where('normalised', '=', normalised)
    .where('competency_id', '=', competencyId)
    .executeTakeFirst();
  return Number(courses.numUpdatedRows + outcomes.numUpdatedRows);
}
