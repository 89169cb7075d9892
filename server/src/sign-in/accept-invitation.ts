import type { Transaction } from 'kysely';
import { createAccount } from '#src/accounts/create-account.ts';
import { checkPassword } from '#src/accounts/passwords.ts';
import { findAccount } from '#src/accounts/queries.ts';
import { insertSession } from '#src/accounts/sessions.ts';
import type { Actor } from '#src/actors/actor.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { enterScope, platformScope } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import {
  acceptInvitation,
  getOpenInvitation,
  type Accepted,
} from '#src/organisations/accept-invitation.ts';
import { insertPerson } from '#src/people/insert-person.ts';
import type { AcceptInvitation } from './contract.ts';

export interface Browser {
  ipAddress: string;
  userAgent: string | null;
}

export interface Arrival extends Browser {
  /** Links of invitations reach their readers by letter alone, so that a link proves the address. */
  emailProven: boolean;
}

export interface Entered {
  accepted: Accepted;
  /** Of a new session that acts for the organisation: the change of roles has ended the others. */
  sessionToken: string;
}

/**
 * Lets the invited in: as the person who is signed in, or with a new account for the invited address. Throws what acceptInvitation and checkPassword throw, account-exists,
 * and sign-in-required where the invitation names no address to make an account for.
 */
export async function enterByInvitation(
  begun: Transaction<DB>,
  actor: Actor,
  asked: AcceptInvitation,
  { emailProven, ...browser }: Arrival,
): Promise<Entered> {
  const trx = await enterScope(begun, platformScope);
  const who =
    actor.kind === 'person'
      ? await ownAccount(trx, actor)
      : await newAccount(trx, asked, emailProven);
  const accepted = await acceptInvitation(trx, who.actor, {
    token: asked.token,
    personId: who.personId,
    name: who.name,
    accountEmail: who.email,
    otherAddressConfirmed: asked.otherAddressConfirmed,
  });
  const sessionToken = await insertSession(trx, {
    accountId: who.accountId,
    organisationId: accepted.organisationId,
    ...browser,
  });
  return { accepted, sessionToken };
}

interface Who {
  actor: Actor;
  personId: number;
  accountId: string;
  name: string;
  email: string | null;
}

async function ownAccount(trx: Transaction<DB>, actor: Actor): Promise<Who> {
  const account = await findAccount(trx, { id: actor.accountId! });
  if (!account || actor.personId === undefined) throw new Problem('sign-in-required', { what: '' });
  const email = account.emailVerified ? account.email : null;
  return { actor, personId: actor.personId, accountId: account.id, name: account.name, email };
}

async function newAccount(
  begun: Transaction<DB>,
  asked: AcceptInvitation,
  emailProven: boolean,
): Promise<Who> {
  const trx = await enterScope(begun, platformScope);
  const invitation = await getOpenInvitation(trx, asked.token);
  const { email, language } = invitation;
  const name = asked.name ?? invitation.fullName ?? '';
  if (email === null || name === '' || asked.password === undefined) {
    throw new Problem('sign-in-required', { what: '/invitation' });
  }
  await checkPassword(asked.password, [email, name]);
  const system = await getActor(trx, 'system', 'an invitation');
  const personId =
    invitation.personId ?? (await insertPerson(trx, system, { displayName: name, language }));
  const { password } = asked;
  const { accountId, actorId } = await createAccount(trx, {
    personId,
    name,
    email,
    emailProven,
    password,
  });
  const actor: Actor = { ...system, id: actorId, kind: 'person', roles: [], personId };
  return { actor, personId, accountId, name, email };
}
