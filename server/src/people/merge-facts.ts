import { hasRole, scopeOf, type Actor } from '#src/actors/actor.ts';
import { enterScope, platformScope, type ScopedTransaction } from '#src/db/scope.ts';
import { bothBelong, withAccount, type MergeRow } from './merge-queries.ts';
import { mayConfirm, type MergeFacts } from './merge-rules.ts';

export interface Pair {
  personId: number;
  intoPersonId: number;
}

/** How a look at two records for the sake of a merge stands in the log. */
export const MERGE_LOOK = { purpose: 'identity-matching', what: 'merge-proposal' } as const;

/** Whether a proposal is the actor's to confirm or refuse. */
export async function mayAnswer(
  trx: ScopedTransaction,
  actor: Actor,
  merge: MergeRow,
): Promise<boolean> {
  const { personId, intoPersonId, proposedBy, proposedByPerson } = merge;
  return mayConfirm({
    ...(await factsOf(trx, actor, merge)),
    actorProposed: proposedBy === actor.id,
    proposedByParty: proposedByPerson === personId || proposedByPerson === intoPersonId,
  });
}

export async function factsOf(
  trx: ScopedTransaction,
  actor: Actor,
  pair: Pair,
): Promise<MergeFacts> {
  const ids = [pair.personId, pair.intoPersonId];
  const accounts = await withAccount(trx, ids);
  return {
    personHasAccount: accounts.has(pair.personId),
    intoHasAccount: accounts.has(pair.intoPersonId),
    actorIsPerson: actor.personIds.includes(pair.personId),
    actorIsInto: actor.personIds.includes(pair.intoPersonId),
    actorAdministersBoth:
      hasRole(actor, 'administrator') && (await bothBelong(trx, ids, actor.organisationIds)),
    actorIsOperator: hasRole(actor, 'operator'),
  };
}

/**
 * A merge is of two people of whom the actor may see one or none. Only the statements inside look past
 * the wall; afterwards the transaction sees what it saw before.
 */
export async function asPlatform<T>(
  trx: ScopedTransaction,
  actor: Actor,
  work: () => Promise<T>,
): Promise<T> {
  await enterScope(trx, platformScope);
  const result = await work();
  await enterScope(trx, scopeOf(actor));
  return result;
}
