import { record } from '#src/audit/record.ts';
import { enterScope, platformScope, type ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import { hasRole, scopeOf, type Actor } from '#src/actors/actor.ts';
import type { Doors } from './doors.ts';
import { listParties, type MergeParty } from './merge-parties.ts';
import {
  bothBelong,
  findMergeRow,
  insertMerge,
  listMergeRows,
  openMerges,
  personOfEmail,
  setMerge,
  withAccount,
  type MergeRow,
} from './merge-queries.ts';
import {
  chainFault,
  isTold,
  mayConfirm,
  mayPropose,
  mergeState,
  type MergeFacts,
} from './merge-rules.ts';
import { ownPersonId } from './own-person.ts';
import { lockPersons } from './person-queries.ts';
import { recordAccess } from './record-access.ts';

interface Pair {
  personId: number;
  intoPersonId: number;
}

/**
 * Somebody thinks that two records are of one person. Throws not-found where they may not see both,
 * merge-owners-must-agree, merge-chain.
 */
export async function proposeMerge(
  trx: ScopedTransaction,
  actor: Actor,
  wanted: Pair & { reason: string },
): Promise<number> {
  const facts = await factsOf(trx, actor, wanted);
  const verdict = mayPropose(facts);
  if (verdict === 'no-right') throw new Problem('not-found', { what: `#${wanted.personId}` });
  if (verdict === 'owners-must-agree') throw new Problem('merge-owners-must-agree');
  const id = await propose(trx, actor, wanted);
  return asPlatform(trx, actor, async () => {
    const { personId, intoPersonId } = wanted;
    await recordAccess(trx, actor, { ...LOOK, personIds: [personId, intoPersonId] });
    await changed(trx, actor, { ...wanted, id }, 'person-merge-proposed');
    return id;
  });
}

/**
 * A person with two accounts asks from one, naming the other by its address. Whether there is such an
 * account is told to its owner alone, so that nobody can try addresses.
 */
export async function proposeWithAccount(
  trx: ScopedTransaction,
  actor: Actor,
  wanted: { email: string; reason: string },
): Promise<void> {
  const intoPersonId = ownPersonId(actor);
  // the same trace either way: what people did is shown to them
  await record(trx, actor, {
    action: 'person-merge-proposed',
    subjectKind: 'person',
    subjectId: intoPersonId,
  });
  const personId = await personOfEmail(trx, wanted.email);
  if (personId === undefined || actor.personIds.includes(personId)) return;
  try {
    await propose(trx, actor, { personId, intoPersonId, reason: wanted.reason });
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault;
  }
}

/** From now on both are one. Throws not-found, merge-decided, merge-chain. */
export async function confirmMerge(
  trx: ScopedTransaction,
  actor: Actor,
  doors: Pick<Doors, 'endSessions'>,
  id: { personId: number; id: number },
): Promise<void> {
  const merge = await lockForAnswer(trx, actor, id);
  await asPlatform(trx, actor, async () => {
    await setMerge(trx, actor, merge, 'confirmed');
    await changed(trx, actor, merge, 'person-merged');
  });
  await doors.endSessions(trx, [merge.personId, merge.intoPersonId]);
}

/** Throws not-found, merge-decided. */
export async function refuseMerge(
  trx: ScopedTransaction,
  actor: Actor,
  id: { personId: number; id: number },
): Promise<void> {
  const merge = await lockForAnswer(trx, actor, id, { orProposer: true });
  await asPlatform(trx, actor, async () => {
    await setMerge(trx, actor, merge, 'refused');
    await changed(trx, actor, merge, 'person-merge-refused');
  });
}

/** The person themselves or an operator takes a merge back; both are again what they were. */
export async function undoMerge(
  trx: ScopedTransaction,
  actor: Actor,
  doors: Pick<Doors, 'endSessions'>,
  id: { personId: number; id: number },
): Promise<void> {
  const merge = await asPlatform(trx, actor, async () => {
    await lockPersons(trx, [id.personId]);
    const found = await findMergeRow(trx, id);
    const own = found && [found.personId, found.intoPersonId].some(isOneOf(actor.personIds));
    if (!found || !(own || hasRole(actor, 'operator'))) {
      throw new Problem('not-found', { what: `#${id.id}` });
    }
    if (mergeState(found) !== 'confirmed') throw new Problem('merge-decided');
    await setMerge(trx, actor, found, 'undone');
    await changed(trx, actor, found, 'person-merge-undone');
    return found;
  });
  await doors.endSessions(trx, [merge.personId, merge.intoPersonId]);
}

/** `parties` are shown to whom the answer belongs, who could not give it otherwise. */
export type MergeWithRight = MergeRow & { parties: MergeParty[] | null };

/** The person's own merges, or for an operator all. To be shown the parties is a look at them. */
export async function listMerges(
  trx: ScopedTransaction,
  actor: Actor,
  of: 'mine' | 'all',
): Promise<MergeWithRight[]> {
  return asPlatform(trx, actor, async () => {
    const rows = await rowsFor(trx, actor, of);
    const mine: MergeRow[] = [];
    for (const row of rows) {
      if (mergeState(row) === 'proposed' && (await mayAnswer(trx, actor, row))) mine.push(row);
    }
    const ids = mine.flatMap(({ personId, intoPersonId }) => [personId, intoPersonId]);
    await recordAccess(trx, actor, { ...LOOK, personIds: ids });
    const parties = await listParties(trx, ids);
    return rows.map((row) => ({
      ...row,
      parties: mine.includes(row)
        ? [parties.get(row.personId)!, parties.get(row.intoPersonId)!]
        : null,
    }));
  });
}

async function rowsFor(
  trx: ScopedTransaction,
  { personIds }: Actor,
  of: 'mine' | 'all',
): Promise<MergeRow[]> {
  if (of === 'all') return listMergeRows(trx, 'all');
  return (await listMergeRows(trx, { personIds })).filter((row) => isTold(row, personIds));
}

const LOOK = { purpose: 'identity-matching', what: 'merge-proposal' } as const;

async function propose(
  trx: ScopedTransaction,
  actor: Actor,
  wanted: Pair & { reason: string },
): Promise<number> {
  return asPlatform(trx, actor, async () => {
    const pair = [wanted.personId, wanted.intoPersonId];
    const persons = await lockPersons(trx, pair);
    if (persons.length < new Set(pair).size || persons.some(({ erasedAt }) => erasedAt !== null)) {
      throw new Problem('not-found', { what: `#${wanted.personId}` });
    }
    if (chainFault(wanted, await openMerges(trx, pair))) throw new Problem('merge-chain');
    return insertMerge(trx, actor, wanted);
  });
}

async function lockForAnswer(
  trx: ScopedTransaction,
  actor: Actor,
  id: { personId: number; id: number },
  { orProposer = false } = {},
): Promise<MergeRow> {
  return asPlatform(trx, actor, async () => {
    await lockPersons(trx, [id.personId]);
    const merge = await findMergeRow(trx, id);
    const entitled =
      merge &&
      ((await mayAnswer(trx, actor, merge)) || (orProposer && merge.proposedBy === actor.id));
    if (!entitled) throw new Problem('not-found', { what: `#${id.id}` });
    if (mergeState(merge) !== 'proposed') throw new Problem('merge-decided');
    return merge;
  });
}

async function mayAnswer(trx: ScopedTransaction, actor: Actor, merge: MergeRow): Promise<boolean> {
  const { personId, intoPersonId, proposedBy, proposedByPerson } = merge;
  return mayConfirm({
    ...(await factsOf(trx, actor, merge)),
    actorProposed: proposedBy === actor.id,
    proposedByParty: proposedByPerson === personId || proposedByPerson === intoPersonId,
  });
}

async function factsOf(trx: ScopedTransaction, actor: Actor, pair: Pair): Promise<MergeFacts> {
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
async function asPlatform<T>(
  trx: ScopedTransaction,
  actor: Actor,
  work: () => Promise<T>,
): Promise<T> {
  await enterScope(trx, platformScope);
  const result = await work();
  await enterScope(trx, scopeOf(actor));
  return result;
}

async function changed(
  trx: ScopedTransaction,
  actor: Actor,
  merge: Pair & { id: number },
  action: string,
): Promise<void> {
  await record(trx, actor, {
    action,
    subjectKind: 'person',
    subjectId: merge.personId,
    detail: { merge: merge.id, into: merge.intoPersonId },
  });
}

function isOneOf(ids: readonly number[]): (id: number) => boolean {
  return (id) => ids.includes(id);
}
