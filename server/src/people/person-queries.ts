import { sql, type Kysely } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';

/** Every id that the person has had, whichever of them is given; that one first who they are now. */
export async function personGroup(db: Kysely<DB>, personId: number): Promise<number[]> {
  const { rows } = await sql<{ ids: number[] }>`select person_group(${personId}) as ids`.execute(
    db,
  );
  return rows[0]!.ids;
}

/**
 * Locks the persons one after the other in the order of their ids, so that two acts on the same never
 * wait for each other in a ring; each lock asks one machine only (db/distribution.ts).
 */
export async function lockPersons(
  trx: ScopedTransaction,
  personIds: readonly number[],
): Promise<{ personId: number; erasedAt: Date | null }[]> {
  const locked: { personId: number; erasedAt: Date | null }[] = [];
  for (const id of [...new Set(personIds)].sort((one, other) => one - other)) {
    const person = await trx
      .selectFrom('person')
      .select(['person_id as personId', 'erased_at as erasedAt'])
      .where('person_id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (person) locked.push(person);
  }
  return locked;
}

export async function organisationIsActive(
  trx: ScopedTransaction,
  organisationId: number,
): Promise<boolean> {
  const row = await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .where((where) =>
      where.or([where('valid_to', 'is', null), where('valid_to', '>', sql<string>`current_date`)]),
    )
    .executeTakeFirst();
  return row !== undefined;
}
