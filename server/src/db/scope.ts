import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from './types.ts';

/** Whose rows may be seen in tables about persons: of these persons, of these organisations' people, or of all. */
export interface Scope {
  persons: readonly number[];
  organisations: readonly number[];
  /** jobs, sign-in, the secretariat's own acts */
  platform: boolean;
}

export const platformScope: Scope = { persons: [], organisations: [], platform: true };

declare const scoped: unique symbol;
/** A transaction that has a scope: the only handle through which tables about persons show a row. */
export type ScopedTransaction = Transaction<DB> & { readonly [scoped]: true };

/**
 * Runs `work` in a transaction that sees the persons of the scope and no others. The rows themselves
 * ask (row-level security), so that a query which forgets to say whose rows it wants gets none of
 * anybody else's.
 */
export async function inScope<T>(
  db: Kysely<DB>,
  scope: Scope,
  work: (trx: ScopedTransaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => work(await enterScope(trx, scope)));
}

/** Gives the scope to a transaction that has begun already; it ends with the transaction. */
export async function enterScope(trx: Transaction<DB>, scope: Scope): Promise<ScopedTransaction> {
  await sql`select set_config('nhip.persons', ${arrayText(scope.persons)}, true),
    set_config('nhip.organisations', ${arrayText(scope.organisations)}, true),
    set_config('nhip.platform', ${scope.platform ? 'yes' : ''}, true)`.execute(trx);
  return trx as ScopedTransaction;
}

function arrayText(ids: readonly number[]): string {
  return `{${ids.join(',')}}`;
}
