import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

/** Letters that are not to reach anybody any more: whom they were meant for has been erased. */
export async function deleteLetters(
  trx: Transaction<DB>,
  letterIds: readonly number[],
): Promise<void> {
  if (letterIds.length === 0) return;
  await trx
    .deleteFrom('letter')
    .where('id', 'in', [...letterIds])
    .execute();
}
