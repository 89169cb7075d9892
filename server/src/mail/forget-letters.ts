import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';

/** The links in letters have ended by then. */
const KEPT_DAYS = 30;

/** A letter that could not be sent loses its address and its text; that there was one remains. */
export async function forgetOldLetters(db: Kysely<DB>): Promise<void> {
  await db
    .updateTable('letter')
    .set({ recipient: null, body: null })
    .where('recipient', 'is not', null)
    .where('created_at', '<', sql<Date>`now() - make_interval(days => ${KEPT_DAYS})`)
    .execute();
}
