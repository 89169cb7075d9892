import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { hashPassword } from './passwords.ts';
import { ensureActorOfPerson } from '#src/actors/queries.ts';

export interface NewAccount {
  personId: number;
  name: string;
  /** Folded by emailAddress() and proven to be the person's: by an invitation, a link, an operator. */
  email: string;
  /** Undefined: the person signs in otherwise. */
  password?: string;
}

/** The account of a person whose address has been proven. Throws account-exists. */
export async function createAccount(
  trx: Transaction<DB>,
  account: NewAccount,
): Promise<{ accountId: string; actorId: number }> {
  const accountId = randomUUID();
  const inserted = await trx
    .insertInto('account')
    .values({
      id: accountId,
      person_id: account.personId,
      name: account.name,
      email: account.email,
      email_verified: true,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) throw new Problem('account-exists', {});
  if (account.password !== undefined) await insertPassword(trx, accountId, account.password);
  return { accountId, actorId: await ensureActorOfPerson(trx, account.personId) };
}

async function insertPassword(
  trx: Transaction<DB>,
  accountId: string,
  password: string,
): Promise<void> {
  const now = new Date();
  await trx
    .insertInto('account_credential')
    .values({
      id: randomUUID(),
      holder_account_id: accountId,
      provider_id: 'credential',
      provider_account_id: accountId,
      password: await hashPassword(password),
      created_at: now,
      updated_at: now,
    })
    .execute();
}

/** Ends every way of signing in; what the account signed stays with its actor. */
export async function deleteAccount(trx: Transaction<DB>, accountId: string): Promise<void> {
  await trx.deleteFrom('account').where('id', '=', accountId).execute();
}
