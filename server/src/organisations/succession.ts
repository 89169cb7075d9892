import { sql, type Transaction } from 'kysely';
import { enterScope, platformScope } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { endSessions } from '#src/accounts/end-sessions.ts';
import type { NewSuccession } from './contract.ts';
import { lockOpenOrganisation, lockOrganisation } from './lock-organisation.ts';
import { lockEndable, recordOrganisation } from './manage-organisations.ts';
import {
  insertSuccessions,
  listHolders,
  listSuccessions,
  undoSuccessionRows,
  updateOrganisation,
} from './organisation-queries.ts';
import { maySucceed } from './tree-rules.ts';

/**
 * An organisation ends and others take its place. Nothing is rewritten: its rows stay its own, and
 * whoever acts for a successor sees them as theirs. Throws not-found, organisation-ended,
 * succession-refused, succession-in-the-future.
 */
export async function recordSuccession(
  begun: Transaction<DB>,
  actor: Actor,
  predecessorId: number,
  wanted: NewSuccession,
): Promise<void> {
  const trx = await enterScope(begun, platformScope);
  const successorIds = [...new Set(wanted.successorIds)];
  await lockSuccessions(trx);
  const standing = (await listSuccessions(trx)).filter(({ undone }) => !undone);
  if (!maySucceed(standing, { ...wanted, predecessorId, successorIds })) {
    throw new Problem('succession-refused');
  }
  for (const id of [predecessorId, ...successorIds].sort((a, b) => a - b)) {
    await lockOpenOrganisation(trx, id);
  }
  await lockEndable(trx, predecessorId, wanted.onDate);
  if (wanted.onDate > (await today(trx))) throw new Problem('succession-in-the-future');
  await insertSuccessions(trx, actor.id, predecessorId, { ...wanted, successorIds });
  await updateOrganisation(trx, predecessorId, { validTo: wanted.onDate });
  await endSessions(trx, await listHolders(trx, predecessorId));
  const { kind, onDate } = wanted;
  await recordOrganisation(trx, actor, 'organisation-succeeded', predecessorId, {
    kind,
    onDate,
    successors: successorIds,
  });
}

/**
 * Takes a succession back: the organisation is what it was, its people sign in for it again, and its
 * rows are its own alone. People who were moved meanwhile stay where they went. Throws not-found,
 * succession-missing.
 */
export async function undoSuccession(
  begun: Transaction<DB>,
  actor: Actor,
  predecessorId: number,
): Promise<void> {
  const trx = await enterScope(begun, platformScope);
  await lockSuccessions(trx);
  await lockOrganisation(trx, predecessorId);
  const undone = await undoSuccessionRows(trx, actor.id, predecessorId);
  if (undone === 0) throw new Problem('succession-missing');
  await updateOrganisation(trx, predecessorId, { validTo: null });
  await recordOrganisation(trx, actor, 'succession-undone', predecessorId);
}

/** One at a time: two that are recorded at once could otherwise make a ring. */
async function lockSuccessions(trx: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('organisation-succession', 0))`.execute(
    trx,
  );
}

async function today(trx: Transaction<DB>): Promise<string> {
  const { rows } = await sql<{ today: string }>`select current_date as today`.execute(trx);
  return rows[0]!.today;
}
