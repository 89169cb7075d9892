import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#src/errors.ts';
import type { Platform } from '#src/platform.ts';
import type { Actor } from '#src/actors/actor.ts';
import {
  actorOfClient,
  findClientOfAccount,
  findClientOfToken,
  isAccessToken,
} from './api-clients.ts';
import { beginPerson } from './begin-person.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { getPlatformOwner } from '#src/actors/queries.ts';
import { actorOfSession, findSession } from '#src/accounts/session-actor.ts';
import {
  readSessionToken,
  sessionCookie,
  sessionCookieName,
  signedSessionToken,
} from './session-cookie.ts';
import { IDLE_SECONDS, prolonged, prolongSession } from '#src/accounts/sessions.ts';
import type { SignIn } from './sign-in.ts';

/** Finds who asks: a person by the session cookie, a machine by its key or token, else a visitor. */
export async function openRequestActor(
  platform: Platform,
  signIn: SignIn,
): Promise<(request: FastifyRequest, reply: FastifyReply) => Promise<Actor>> {
  const { db, secret } = platform;
  const secure = signIn.origin.protocol === 'https:';
  const name = sessionCookieName(secure);
  const owner = await getPlatformOwner(db);
  const found = await getActor(db, 'visitor', 'a visit');
  // the demonstration shows itself to whoever looks
  const visitor: Actor = platform.kind === 'demo' ? { ...found, roles: ['viewer'] } : found;

  return async (request, reply) => {
    const bearer = bearerOf(request);
    if (bearer !== undefined) return machine(platform, signIn, bearer);
    const token = readSessionToken(request.headers.cookie, { name, secret });
    const session = token === undefined ? undefined : await findSession(db, token);
    if (!session || token === undefined) return visitor;
    const until = prolonged(session, new Date());
    if (until) {
      await prolongSession(db, session.id, until);
      const value = signedSessionToken(token, secret);
      void reply.header('set-cookie', sessionCookie(value, secure, IDLE_SECONDS));
    }
    const { personId, actorId } = session;
    if (personId !== null && actorId !== null) {
      return actorOfSession({ ...session, personId, actorId }, owner);
    }
    const begun = await beginPerson(db, session.accountId);
    return actorOfSession(
      { ...session, ...begun, personIds: [...new Set([begun.personId, ...session.personIds])] },
      owner,
    );
  };
}

function bearerOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['x-api-key'];
  if (typeof key === 'string') return key;
  return /^Bearer ([\w-]{20,200})$/i.exec(headers.authorization ?? '')?.[1];
}

async function machine({ db }: Platform, signIn: SignIn, bearer: string): Promise<Actor> {
  const client = isAccessToken(bearer)
    ? await findClientOfToken(db, bearer)
    : await findClientOfKey(db, signIn, bearer);
  if (!client) throw new Problem('sign-in-required', { what: 'API' });
  return actorOfClient(db, client);
}

/** The machine whose key this is, if it is one that still holds. */
export async function findClientOfKey(db: Platform['db'], signIn: SignIn, key: string) {
  const { valid, key: row } = await signIn.authentication.api.verifyApiKey({ body: { key } });
  return valid && row ? findClientOfAccount(db, row.referenceId) : undefined;
}
