import type { Kysely } from 'kysely';
import { enterScope, inScope, type Scope, type ScopedTransaction } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import { scopeOf, type Actor } from '#src/actors/actor.ts';
import { membersSeen } from './access.ts';

/** What the actor sees of persons when the business is with one organisation: the secretariat sees it as well. */
export function scopeIn(actor: Actor, organisationId: number): Scope {
  const own = scopeOf(actor);
  if (membersSeen(actor, organisationId) === 'none') return own;
  return { ...own, organisations: [...new Set([...own.organisations, organisationId])] };
}

/** A transaction about the people of one organisation. What the actor may do in it, each act asks. */
export function inOrganisation<T>(
  db: Kysely<DB>,
  actor: Actor,
  organisationId: number,
  work: (trx: ScopedTransaction) => Promise<T>,
): Promise<T> {
  return inScope(db, scopeIn(actor, organisationId), work);
}

/**
 * For the count of who stays when somebody goes: the whole organisation is looked at, whoever goes. The
 * caller shows none of it.
 */
export function lookAtWhole(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
): Promise<ScopedTransaction> {
  const own = scopeOf(actor);
  return enterScope(trx, { ...own, organisations: [...own.organisations, organisationId] });
}

/** Of the program itself, for one organisation and no other. */
export function enterOrganisation(
  trx: Parameters<typeof enterScope>[0],
  organisationId: number,
): Promise<ScopedTransaction> {
  return enterScope(trx, { persons: [], organisations: [organisationId], platform: false });
}
