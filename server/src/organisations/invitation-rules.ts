import type { InvitationStatus } from './contract.ts';

export const INVITATION_DAYS = 14;

export interface InvitationState {
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

export type InvitationVerdict = 'open' | 'unknown' | 'expired' | 'revoked' | 'accepted';

/** What a token is good for at a moment. What was revoked or used says so even after it expired. */
export function invitationVerdict(
  invitation: InvitationState | undefined,
  now: Date,
): InvitationVerdict {
  if (!invitation) return 'unknown';
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.revokedAt) return 'revoked';
  return invitation.expiresAt <= now ? 'expired' : 'open';
}

export function invitationStatus(invitation: InvitationState, now: Date): InvitationStatus {
  const verdict = invitationVerdict(invitation, now);
  return verdict === 'unknown' ? 'revoked' : verdict;
}

/** Whether the account that accepts is another one than was written to. */
export function isForeign(invitedEmail: string | null, accountEmail: string | null): boolean {
  return invitedEmail !== null && accountEmail !== null && invitedEmail !== accountEmail;
}

/** n•••@example.org: its owner knows it, a stranger learns little. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
}
