import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import { hasRole, type Actor } from '#src/actors/actor.ts';
import type { Doors } from './doors.ts';
import { asPlatform, factsOf, mayAnswer, MERGE_LOOK, type Pair } from './merge-facts.ts';
import {
  findMergeRow,
  insertMerge,
  openMerges,
  personOfEmail,
  setMerge,
  type MergeRow,
} from './merge-queries.ts';
import { chainFault, mayPropose, mergeState } from './merge-rules.ts';
import { ownPersonId } from './own-person.ts';
import { lockPersons } from './person-queries.ts';
import { recordAccess } from './record-access.ts';

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
    await recordAccess(trx, actor, { ...MERGE_LOOK, personIds: [personId, intoPersonId] });
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
