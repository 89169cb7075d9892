import { record } from '#src/audit/record.ts';
import type { Kysely, Transaction } from 'kysely';
import { enterScope, platformScope, type ScopedTransaction } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { endSessions } from '#src/accounts/end-sessions.ts';
import { addMember } from './add-member.ts';
import type { InvitationShown } from './contract.ts';
import { endGrants } from './end-grants.ts';
import {
  endInvitation,
  findByToken,
  findPersonByAccount,
  hasAccount,
  lockByToken,
  type InvitationRecord,
} from './invitation-queries.ts';
import { invitationVerdict, isForeign, maskedEmail } from './invitation-rules.ts';
import { tokenHash } from './invitation-token.ts';
import { lockOpenOrganisation } from './lock-organisation.ts';
import { leaveRosterEntry, type RosterEntry } from './roster-entry.ts';
import { getOrganisationRef } from './organisations.ts';
import { listStandingGrants } from './role-queries.ts';
import type { GrantedRole } from './role-rules.ts';
import { listUnits } from './unit-queries.ts';

/** What the bearer of a token may read before they accept. Throws invitation-unknown, -expired, -revoked, -accepted. */
export async function showInvitation(db: Kysely<DB>, token: string): Promise<InvitationShown> {
  const invitation = insistOpen(await findByToken(db, tokenHash(token)));
  const { organisationId, email, unitId, roles, fullName, language, expiresAt } = invitation;
  const units = unitId === null ? [] : await listUnits(db, organisationId);
  const account = email === null ? undefined : await findPersonByAccount(db, email);
  return {
    organisation: await getOrganisationRef(db, organisationId),
    roles,
    unit: units.find(({ id }) => id === unitId)?.name ?? null,
    fullName,
    emailMasked: email === null ? null : maskedEmail(email),
    language,
    expiresAt: expiresAt.toISOString(),
    accountExists: account !== undefined,
  };
}

export interface OpenInvitation {
  organisationId: number;
  email: string | null;
  fullName: string | null;
  language: 'vi' | 'en';
  /** Somebody whom the organisation's roster knows and who has no account: a new account becomes theirs. */
  personId: number | null;
}

/** What is needed to make an account for the invited, before it is accepted. Throws as showInvitation does. */
export async function getOpenInvitation(
  trx: Transaction<DB>,
  token: string,
): Promise<OpenInvitation> {
  const invitation = insistOpen(await findByToken(trx, tokenHash(token)));
  const { organisationId, email, fullName, language, personId } = invitation;
  const claimed = personId !== null && (await hasAccount(trx, personId));
  return { organisationId, email, fullName, language, personId: claimed ? null : personId };
}

export interface Acceptance {
  token: string;
  /** Who becomes a member. */
  personId: number;
  /** As the person writes it; the organisation's own spelling goes before. */
  name: string;
  /** The confirmed address of the account, folded by emailAddress(). */
  accountEmail: string | null;
  /** The person has said that the other address is theirs too. */
  otherAddressConfirmed?: boolean;
}

export interface Accepted {
  organisationId: number;
  affiliationId: number;
  roles: GrantedRole[];
  /** The entry of a roster that stood for the same person and has ended: a merge may be proposed to them. */
  rosterPersonId: number | null;
}

/**
 * Makes the person a member in the roles of the invitation; a token works once. The transaction works
 * with the platform's scope from then on. Throws invitation-unknown, -expired, -revoked, -accepted,
 * -foreign, organisation-ended.
 */
export async function acceptInvitation(
  begun: Transaction<DB>,
  actor: Actor,
  acceptance: Acceptance,
): Promise<Accepted> {
  const trx = await enterScope(begun, platformScope);
  const { personId, accountEmail } = acceptance;
  const found = insistOpen(await findByToken(trx, tokenHash(acceptance.token)));
  await lockOpenOrganisation(trx, found.organisationId);
  const invitation = insistOpen(await lockByToken(trx, tokenHash(acceptance.token)));
  if (isForeign(invitation.email, accountEmail) && !acceptance.otherAddressConfirmed) {
    throw new Problem('invitation-foreign');
  }
  const { organisationId } = invitation;
  const entry = await takeOver(trx, actor, invitation, personId);
  const affiliationId = await addMember(trx, actor, {
    ...entry,
    personId,
    organisationId,
    fullName: entry?.fullName ?? invitation.fullName ?? acceptance.name,
    email: entry?.email ?? invitation.email,
    unitId: invitation.unitId ?? entry?.unitId ?? null,
    roles: invitation.roles,
    appointedByActorId: invitation.invitedByActorId,
  });
  await endInvitation(trx, invitation.id, { acceptedBy: personId });
  await endSessions(trx, [personId]);
  await record(trx, actor, {
    action: 'invitation-accepted',
    subjectKind: 'invitation',
    subjectId: invitation.id,
    organisationId,
    detail: { roles: invitation.roles },
  });
  const rosterPersonId = entry ? invitation.personId : null;
  return { organisationId, affiliationId, roles: invitation.roles, rosterPersonId };
}

/**
 * A roster knew the invited as somebody else: their entry ends, with its roles, and what the
 * organisation wrote there goes on under the person who accepted. An entry with an account of its own
 * belongs to another person and stays.
 */
async function takeOver(
  trx: ScopedTransaction,
  actor: Actor,
  { organisationId, personId: entryId }: InvitationRecord,
  personId: number,
): Promise<RosterEntry | undefined> {
  if (entryId === null || entryId === personId || (await hasAccount(trx, entryId)))
    return undefined;
  const standing = await listStandingGrants(trx, organisationId, [entryId]);
  const theirs = standing.filter((grant) => grant.personId === entryId).map(({ id }) => id);
  await endGrants(trx, actor, organisationId, standing, theirs);
  return leaveRosterEntry(trx, organisationId, entryId);
}

function insistOpen(invitation: InvitationRecord | undefined): InvitationRecord {
  const verdict = invitationVerdict(invitation, new Date());
  if (verdict === 'open') return invitation!;
  const date = invitation?.expiresAt.toISOString().slice(0, 10) ?? null;
  throw new Problem(`invitation-${verdict}`, verdict === 'expired' ? { date } : {});
}
