import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { appointsIn, managesMembersOf } from './access.ts';
import {
  endInvitation,
  lockInvitation,
  renewInvitation,
  type InvitationRecord,
} from './invitation-queries.ts';
import { invitationLink, newToken } from './invitation-token.ts';
import { sendInvitation, type Post } from './invite.ts';
import { lockOpenOrganisation, lockOrganisation } from './lock-organisation.ts';

/** Sends an invitation again with a new token; the one before stops working. Throws not-found, invitation-closed. */
export async function resendInvitation(
  trx: ScopedTransaction,
  post: Post,
  actor: Actor,
  organisationId: number,
  id: string,
): Promise<{ link: string | null }> {
  await lockOpenOrganisation(trx, organisationId);
  const invitation = await getUnanswered(trx, actor, organisationId, id);
  const { email } = invitation;
  if (email === null) throw new Problem('invitation-closed');
  const { token, sha256 } = newToken();
  await renewInvitation(trx, id, sha256);
  await sendInvitation(trx, post, organisationId, { ...invitation, email }, token);
  await recordTending(trx, actor, invitation, 'invitation-renewed');
  return { link: post.handOver ? invitationLink(post.origin, token) : null };
}

/** Throws not-found, invitation-closed. */
export async function revokeInvitation(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  id: string,
): Promise<void> {
  await lockOrganisation(trx, organisationId);
  const invitation = await getUnanswered(trx, actor, organisationId, id);
  await endInvitation(trx, id, 'revoked');
  await recordTending(trx, actor, invitation, 'invitation-revoked');
}

/** Whether the actor may see it: the secretariat sees those of administrators elsewhere. */
export function seesInvitation(
  actor: Actor,
  { organisationId, roles }: Pick<InvitationRecord, 'organisationId' | 'roles'>,
): boolean {
  if (managesMembersOf(actor, organisationId)) return true;
  return appointsIn(actor, organisationId) && roles.includes('administrator');
}

async function getUnanswered(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  id: string,
): Promise<InvitationRecord> {
  const invitation = await lockInvitation(trx, organisationId, id);
  if (!invitation || !seesInvitation(actor, invitation)) {
    throw new Problem('not-found', { what: id });
  }
  if (invitation.acceptedAt || invitation.revokedAt) throw new Problem('invitation-closed');
  return invitation;
}

async function recordTending(
  trx: ScopedTransaction,
  actor: Actor,
  { id, organisationId }: InvitationRecord,
  action: string,
): Promise<void> {
  await record(trx, actor, {
    action,
    subjectKind: 'invitation',
    subjectId: id,
    organisationId,
  });
}
