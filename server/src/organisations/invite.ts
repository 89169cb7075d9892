import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import type { Jobs } from '#src/jobs/jobs.ts';
import { sendLetter } from '#src/mail/send-letter.ts';
import type { Actor } from '#src/actors/actor.ts';
import { emailAddress } from '#src/accounts/email-address.ts';
import { appointsIn } from './access.ts';
import { appointerOf, insist } from './appointer.ts';
import type { NewInvitation } from './contract.ts';
import { invitationLetter } from './invitation-letter.ts';
import {
  findOpenByEmail,
  findPersonByAccount,
  insertInvitation,
  renewInvitation,
  type InvitationContent,
} from './invitation-queries.ts';
import { INVITATION_DAYS } from './invitation-rules.ts';
import { invitationLink, newToken } from './invitation-token.ts';
import { lockOpenOrganisation } from './lock-organisation.ts';
import { findActiveMember, findUnclaimedByEmail } from './member-queries.ts';
import { getOrganisationRef } from './organisations.ts';
import { listStandingGrants } from './role-queries.ts';
import { isPlatformRole, mayGive, type Appointer, type GrantedRole } from './role-rules.ts';
import { getOpenUnit } from './unit-queries.ts';

/** How letters leave, and where their links lead. */
export interface Post {
  jobs: Jobs;
  origin: URL;
  /** Whether who invites is shown the link: only where no letter carries it, or all letters are shown. */
  handOver: boolean;
}

/**
 * Invites an address in some roles. Whoever was invited already gets a new letter instead of a second
 * invitation. The link is given back this once, where it is to be handed over. Throws not-found, organisation-ended, role-…,
 * unit-unknown, email-invalid, email-look-alike, member-already.
 */
export async function invite(
  trx: ScopedTransaction,
  post: Post,
  actor: Actor,
  organisationId: number,
  wanted: NewInvitation,
): Promise<{ id: string; link: string | null }> {
  if (!appointsIn(actor, organisationId)) {
    throw new Problem('not-found', { what: `#${organisationId}` });
  }
  const organisation = await lockOpenOrganisation(trx, organisationId);
  const roles = [...new Set(wanted.roles)];
  const standing = await listStandingGrants(trx, organisationId, []);
  checkRoles(appointerOf(actor, organisation, standing), roles);
  const email = emailAddress(wanted.email);
  if (wanted.unitId !== null) await getOpenUnit(trx, organisationId, wanted.unitId);
  const known = await findPersonByAccount(trx, email);
  if (known !== undefined && (await findActiveMember(trx, organisationId, [known]))) {
    throw new Problem('member-already');
  }
  const personId = await findUnclaimedByEmail(trx, organisationId, email);
  const content = { ...wanted, email, roles, personId: personId ?? null };
  const { token, sha256 } = newToken();
  const open = await findOpenByEmail(trx, organisationId, email);
  const id = open?.id ?? (await insertInvitation(trx, organisationId, actor.id, content, sha256));
  if (open) await renewInvitation(trx, open.id, sha256, content);
  await sendInvitation(trx, post, organisationId, content, token);
  await record(trx, actor, {
    action: open ? 'invitation-renewed' : 'invitation-sent',
    subjectKind: 'invitation',
    subjectId: id,
    organisationId,
    detail: { roles },
  });
  return { id, link: post.handOver ? invitationLink(post.origin, token) : null };
}

/** The letter, in the language of whom it goes to. */
export async function sendInvitation(
  trx: ScopedTransaction,
  { jobs, origin }: Post,
  organisationId: number,
  content: InvitationContent,
  token: string,
): Promise<void> {
  const { name } = await getOrganisationRef(trx, organisationId);
  const expiresAt = new Date(Date.now() + INVITATION_DAYS * 86_400_000);
  await sendLetter(trx, jobs, invitationLetter(origin, name, { ...content, expiresAt, token }));
}

/** Every role of an invitation is theirs to give; the secretariat invites administrators elsewhere. */
function checkRoles(appointer: Appointer, roles: readonly GrantedRole[]): void {
  for (const role of roles) {
    if (isPlatformRole(role) && !appointer.inOwner) insist('role-of-the-platform', role);
    if (!mayGive(appointer, role)) insist('not-yours-to-grant', role);
  }
  if (roles.length === 0 && !appointer.administrator) insist('not-yours-to-grant', null);
}
