import { randomBytes } from 'node:crypto';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { inScope, platformScope } from '#src/db/scope.ts';
import { addMember } from '#src/organisations/add-member.ts';
import { insertPerson } from '#src/people/insert-person.ts';
import type { App, Platform } from '#src/platform.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { OrganisationRole, PlatformRole } from '#src/actors/contract.ts';
import { createAccount } from '#src/accounts/create-account.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { getPlatformOwner } from '#src/actors/queries.ts';
import { actorOfSession, findSession } from '#src/accounts/session-actor.ts';
import { sessionCookieName, signedSessionToken } from '#src/sign-in/session-cookie.ts';
import { insertSession } from '#src/accounts/sessions.ts';

/** Somebody with an account who has signed in. */
export interface SignedInPerson {
  actor: Actor;
  personId: number;
  accountId: string;
  email: string;
  /** The Cookie header of their browser. */
  cookie: string;
}

export interface WantedPerson {
  name?: string;
  email?: string;
  /** Null: a person who belongs nowhere. Undefined: the organisation that owns the platform. */
  organisationId?: number | null;
  roles?: readonly (OrganisationRole | PlatformRole)[];
}

/** Makes a person with an account, their membership and their session, by the acts that the program uses. */
export async function signedIn(
  platform: Platform,
  { name = 'Người Thử', email, organisationId, roles = [] }: WantedPerson = {},
): Promise<SignedInPerson> {
  const { db, secret } = platform;
  const address = email ?? `${randomBytes(6).toString('hex')}@thu.example`;
  const system = await getActor(db, 'system', 'a test');
  const owner = await getPlatformOwner(db);
  const made = await inScope(db, platformScope, async (trx) => {
    const personId = await insertPerson(trx, system, { displayName: name, language: 'vi' });
    const { accountId } = await createAccount(trx, {
      personId,
      name,
      email: address,
      emailProven: true,
    });
    if (organisationId !== null) {
      await addMember(trx, system, {
        personId,
        organisationId: organisationId ?? owner,
        fullName: name,
        email: address,
        roles,
      });
    }
    const token = await insertSession(trx, { accountId, ipAddress: null, userAgent: 'a test' });
    return { personId, accountId, token };
  });
  const session = await findSession(db, made.token);
  const { personId, actorId } = session!;
  return {
    ...made,
    email: address,
    actor: actorOfSession({ ...session!, personId: personId!, actorId: actorId! }, owner),
    cookie: `${sessionCookieName(false)}=${signedSessionToken(made.token, secret)}`,
  };
}

export const TEST_HOST = '127.0.0.1:5757';
export const TEST_ORIGIN = `http://${TEST_HOST}`;

/** What a browser on this machine does, signed in or not. */
export interface Browser {
  inject(options: InjectOptions | string): Promise<LightMyRequestResponse>;
  /** The body of a GET that has to succeed. */
  get<Body>(url: string): Promise<Body>;
  /** Sends JSON; whatever comes back. */
  post(url: string, body?: object): Promise<LightMyRequestResponse>;
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<LightMyRequestResponse>;
}

export function browserOf(app: App, cookie?: string): Browser {
  const inject: Browser['inject'] = (request) => {
    const asked = typeof request === 'string' ? { url: request } : request;
    const headers = { host: TEST_HOST, ...(cookie && { cookie }), ...asked.headers };
    return app.inject({ ...asked, headers });
  };
  const send: Browser['send'] = (method, url, body) =>
    inject({
      method,
      url,
      headers: { origin: TEST_ORIGIN, 'sec-fetch-site': 'same-origin' },
      ...(body && { payload: body }),
    });
  return {
    inject,
    send,
    post: (url, body) => send('POST', url, body),
    async get<Body>(url: string) {
      const reply = await inject(url);
      if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.statusCode} ${reply.body}`);
      return reply.json<Body>();
    },
  };
}

/** A member of an organisation at a browser. */
export async function memberOf(
  whole: { platform: Platform; app: App },
  wanted: WantedPerson = {},
): Promise<SignedInPerson & Browser> {
  const person = await signedIn(whole.platform, wanted);
  return { ...person, ...browserOf(whole.app, person.cookie) };
}
