import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOfSession, findSession } from '#src/accounts/session-actor.ts';
import type { Actor } from '#src/actors/actor.ts';
import { getPlatformOwner } from '#src/actors/queries.ts';
import { record } from '#src/audit/record.ts';
import type { Platform } from '#src/platform.ts';
import { beginPerson } from './begin-person.ts';
import { readSessionToken, sessionCookieName } from './session-cookie.ts';
import type { SignIn } from './sign-in.ts';

/** Writes down what happened to an account at the door: the actor's, unless another is named. */
export async function note(
  { db }: Platform,
  actor: Actor,
  action: string,
  detail: Record<string, unknown>,
  accountId: string | undefined = actor.accountId,
): Promise<void> {
  await db.transaction().execute((trx) =>
    record(trx, actor, {
      action,
      subjectKind: 'account',
      subjectId: accountId ?? 'unknown',
      detail,
    }),
  );
}

/** Who has just signed in, by the cookie that the answer sets. */
export async function newActor(
  { db, secret }: Platform,
  signIn: SignIn,
  answer: Response,
): Promise<Actor | undefined> {
  const name = sessionCookieName(signIn.origin.protocol === 'https:');
  const set = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
  const token = readSessionToken(set.join('; '), { name, secret });
  const session = token === undefined ? undefined : await findSession(db, token);
  if (!session) return undefined;
  const begun = await beginPerson(db, session.accountId);
  return actorOfSession({ ...session, ...begun }, await getPlatformOwner(db));
}

export function passCookies(answer: Response, reply: FastifyReply): void {
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
}

export function incoming(request: FastifyRequest) {
  return { method: request.method, headers: request.headers, ip: request.ip };
}
