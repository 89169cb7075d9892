import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

/**
 * Writes the last word of people about (normalised surface, competency) on the links of titles and
 * outcomes; null where nobody has one. Rejected links count nowhere. Gives how many links it touched.
 */
export async function setVerdict(
  trx: Transaction<DB>,
  normalised: string,
  competencyId: number,
  verdict: 'accept' | 'reject' | null,
): Promise<number> {
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
