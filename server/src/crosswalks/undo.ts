import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { CrosswalkUndone } from './contract.ts';
import { lockBatch, takeBack, type Taken } from './decision-queries.ts';
import { findPair } from './pair-queries.ts';
import { presentPair } from './pairs.ts';

/** Whoever took many at once need not be shown each of them. */
const SHOWN = 50;

/**
 * Takes the own decisions of a batch back, as far as nobody has decided again since. Throws not-found,
 * not-allowed where they are somebody else's, crosswalk-decided-meanwhile where none is left.
 */
export async function undoDecisions(
  trx: Transaction<DB>,
  actor: Actor,
  batch: string,
): Promise<CrosswalkUndone> {
  const taken = await lockBatch(trx, batch);
  if (taken.length === 0) throw new Problem('not-found', { what: batch });
  if (taken.some(({ actorId }) => actorId !== actor.id)) {
    throw new Problem('not-allowed', { what: batch });
  }
  const open = taken.filter(({ stands }) => stands);
  if (open.length === 0) throw new Problem('crosswalk-decided-meanwhile');
  await takeBack(trx, open);
  await record(trx, actor, {
    action: 'crosswalk-undone',
    subjectKind: 'crosswalk',
    subjectId: batch,
    detail: { undone: open.length },
  });
  const left = taken.length - open.length;
  return { undone: open.length, left, pairs: await presentTaken(trx, open) };
}

async function presentTaken(trx: Transaction<DB>, taken: readonly Taken[]) {
  const pairs: CrosswalkUndone['pairs'] = [];
  for (const { kind, from, to } of taken.slice(0, SHOWN)) {
    const pair = await findPair(trx, { kind, from, to });
    pairs.push({ from, to, pair: pair.rows.length === 0 ? null : presentPair(pair) });
  }
  return pairs;
}
