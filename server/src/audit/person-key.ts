import { createHmac, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

/**
 * The key with which a person's values are hashed in facts, made on first use. Undefined for a person
 * who was erased: nothing is hashed about them any more. The transaction must be able to see the
 * person (db/scope.ts); else PostgreSQL refuses.
 */
export async function ensurePersonKey(
  trx: Transaction<DB>,
  personId: number,
): Promise<Buffer | undefined> {
  const known = await findKey(trx, personId);
  if (known) return known;
  const erased = await trx
    .selectFrom('person')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('erased_at', 'is not', null)
    .executeTakeFirst();
  if (erased) return undefined;
  const made = await trx
    .insertInto('person_key')
    .values({ person_id: personId, key: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  return made?.key ?? findKey(trx, personId);
}

async function findKey(trx: Transaction<DB>, personId: number): Promise<Buffer | undefined> {
  const row = await trx
    .selectFrom('person_key')
    .select('key')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.key;
}

/**
 * Makes the hashes of a person's values in all facts meaningless for ever: no guess can be tried
 * against them again. Call it where the person is erased, in that transaction.
 */
export async function destroyPersonKey(trx: Transaction<DB>, personId: number): Promise<void> {
  const seen = await trx
    .selectFrom('person')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  // where the row-level security hides the person, the deletion would pass and delete nothing
  if (!seen) throw new Error(`person ${personId} is out of the transaction's scope`);
  await trx.deleteFrom('person_key').where('person_id', '=', personId).execute();
}

/** Hex of HMAC-SHA256 over the name and the value (NFC). The same value of two people differs. */
export function personalHash(key: Buffer, name: string, value: string): string {
  return createHmac('sha256', key)
    .update(`${name}\0${value.normalize('NFC')}`)
    .digest('hex');
}
