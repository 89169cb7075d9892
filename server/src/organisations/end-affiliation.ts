import { sql } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { endSessions } from '#src/accounts/end-sessions.ts';
import { managesMembersOf } from './access.ts';
import { lockAffiliation, updateAffiliationRow } from './affiliation-queries.ts';
import { insist } from './appointer.ts';
import { endGrants } from './end-grants.ts';
import { lookAtWhole } from './in-organisation.ts';
import { findActiveMember } from './member-queries.ts';
import { listStandingGrants } from './role-queries.ts';
import { endVerdict, withDelegated } from './role-rules.ts';

/**
 * Ends a membership, by the organisation's administrator or by the person who leaves: their roles there
 * end, and what they delegated; the row stays as history. Throws not-found, membership-ended,
 * ends-in-the-future, last-administrator, last-secretariat.
 */
export async function endAffiliation(
  trx: ScopedTransaction,
  actor: Actor,
  personId: number,
  affiliationId: number,
  endOn?: string,
): Promise<void> {
  const affiliation = await lockAffiliation(trx, personId, affiliationId);
  const own = actor.personIds.includes(personId);
  if (!affiliation || !(own || managesMembersOf(actor, affiliation.organisationId))) {
    throw new Problem('not-found', { what: `#${affiliationId}` });
  }
  const { organisationId } = affiliation;
  const today = await currentDay(trx);
  if (affiliation.ended) throw new Problem('membership-ended', { date: affiliation.endOn });
  if (endOn !== undefined && endOn > today) throw new Problem('ends-in-the-future');
  await lookAtWhole(trx, actor, organisationId);
  const standing = await listStandingGrants(trx, organisationId, [personId]);
  const theirs = standing.filter((grant) => grant.personId === personId).map(({ id }) => id);
  insist(endVerdict(standing, withDelegated(standing, theirs)), null);
  await endGrants(trx, actor, organisationId, standing, theirs);
  await updateAffiliationRow(trx, personId, affiliationId, { endOn: endOn ?? today });
  await revokeInvitationsOf(trx, organisationId, personId);
  await endSessions(trx, [personId]);
  await record(trx, actor, {
    action: own ? 'member-left' : 'member-ended',
    subjectKind: 'person',
    subjectId: personId,
    organisationId,
    detail: { affiliation: affiliationId },
  });
}

/** The actor's own membership of an organisation. Throws as endAffiliation does. */
export async function leave(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
): Promise<void> {
  const own = await findActiveMember(trx, organisationId, actor.personIds);
  if (!own) throw new Problem('not-found', { what: `#${organisationId}` });
  await endAffiliation(trx, actor, own.personId, own.affiliationId);
}

async function currentDay(trx: ScopedTransaction): Promise<string> {
  const { rows } = await sql<{ today: string }>`select current_date as today`.execute(trx);
  return rows[0]!.today;
}

async function revokeInvitationsOf(
  trx: ScopedTransaction,
  organisationId: number,
  personId: number,
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ revoked_at: new Date(), email: null, letter_due: false })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}
