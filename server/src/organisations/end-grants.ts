import { recordEach } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Actor } from '#src/actors/actor.ts';
import { endSessions } from '#src/accounts/end-sessions.ts';
import { endGrantRows, withdrawPromisedRole } from './role-queries.ts';
import { withDelegated, type Grant } from './role-rules.ts';

/**
 * Ends grants that stand and everything delegated from them, records each, and ends the sessions of
 * all who lose a role. Whether they may end has been asked before, under the organisation's lock.
 */
export async function endGrants(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  standing: readonly Grant[],
  ids: readonly number[],
): Promise<void> {
  const all = withDelegated(standing, ids);
  const ended = standing.filter(({ id }) => all.has(id));
  if (ended.length === 0) return;
  await endGrantRows(trx, actor.id, organisationId, [...all]);
  for (const { personId, role } of ended) {
    await withdrawPromisedRole(trx, organisationId, personId, role);
  }
  await endSessions(trx, [...new Set(ended.map(({ personId }) => personId))]);
  await recordEach(
    trx,
    actor,
    ended.map(({ id, personId, role, delegatedGrantId }) => ({
      action: 'role-revoked',
      subjectKind: 'person',
      subjectId: personId,
      organisationId,
      detail: { role, grant: id, delegated: delegatedGrantId !== null },
    })),
  );
}
