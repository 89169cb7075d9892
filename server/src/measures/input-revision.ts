import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

export type Input = 'frameworks' | 'demand' | 'programmes' | 'review';

/** Says, in the transaction of a change, that an input of measures has moved on. */
export async function moveInput(trx: Transaction<DB>, input: Input): Promise<void> {
  await trx
    .updateTable('input_revision')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('input', '=', input)
    .execute();
}

/** The revisions that a computation sees; read it in the computation's own transaction. */
export async function inputRevisions(db: Kysely<DB>): Promise<Record<Input, number>> {
  const rows = await db.selectFrom('input_revision').select(['input', 'revision']).execute();
  return Object.fromEntries(rows.map((row) => [row.input, Number(row.revision)])) as Record<
    Input,
    number
  >;
}

/** The same as one text that changes whenever an input moves: what finished answers are kept under. */
export async function inputState(db: Kysely<DB>): Promise<string> {
  return JSON.stringify(Object.entries(await inputRevisions(db)).sort());
}
