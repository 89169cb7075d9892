import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { hashPassword } from './passwords.ts';
import { ensureActorOfPerson } from '#src/actors/queries.ts';
import { isNoMachine } from './queries.ts';

export interface NewAccount {
  personId: number;
  name: string;
  /** Folded by emailAddress(). */
  email: string;
  /** Whether the address has been proven to be the person's, by a letter or by who runs the machine. */
  emailProven: boolean;
  /** Undefined: the person signs in otherwise. */
  password?: string;
}

/**
 * The account of a person. A registration of the same address that nobody has confirmed makes way,
 * password and all. Throws account-exists.
 */
export async function createAccount(
  trx: Transaction<DB>,
  account: NewAccount,
): Promise<{ accountId: string; actorId: number }> {
  const accountId = randomUUID();
  await unconfirmed(trx).where('email', '=', account.email).execute();
  const inserted = await trx
    .insertInto('account')
    .values({
      id: accountId,
      person_id: account.personId,
      name: account.name,
      email: account.email,
      email_verified: account.emailProven,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) throw new Problem('account-exists', {});
  if (account.password !== undefined) await insertPassword(trx, accountId, account.password);
  return { accountId, actorId: await ensureActorOfPerson(trx, account.personId) };
}

/** How long an address may stay registered without being confirmed. */
const UNCONFIRMED_DAYS = 7;

/** Registrations that nobody has confirmed keep nobody's address for long. */
export async function deleteUnconfirmedAccounts(db: Kysely<DB>): Promise<void> {
  const oldest = sql<Date>`now() - make_interval(days => ${UNCONFIRMED_DAYS})`;
  await unconfirmed(db).where('created_at', '<', oldest).execute();
}

/** Nobody has ever signed in with it, and it belongs to no machine. */
function unconfirmed(db: Kysely<DB>) {
  return db
    .deleteFrom('account')
    .where('email_verified', '=', false)
    .where('person_id', 'is', null)
    .where(isNoMachine);
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

/** The account of a machine: nobody signs in with it. `id` makes its address, which reaches nobody. */
export async function createMachineAccount(
  trx: Transaction<DB>,
  machine: { id: string; name: string },
): Promise<string> {
  const accountId = randomUUID();
  await trx
    .insertInto('account')
    .values({ id: accountId, name: machine.name, email: `${machine.id}@machine.invalid` })
    .execute();
  return accountId;
}

/** Says whose account it is, once the person is known. */
export async function givePerson(
  trx: Transaction<DB>,
  accountId: string,
  personId: number,
): Promise<void> {
  await trx
    .updateTable('account')
    .set({ person_id: personId })
    .where('id', '=', accountId)
    .execute();
}
