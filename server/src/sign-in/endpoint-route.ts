import type { FastifyReply, FastifyRequest } from 'fastify';
import { admitPassword } from '#src/accounts/password-queue.ts';
import { checkPassword } from '#src/accounts/passwords.ts';
import { emailAddress } from '#src/accounts/email-address.ts';
import { findAccount } from '#src/accounts/queries.ts';
import { endSession } from '#src/accounts/sessions.ts';
import type { Actor } from '#src/actors/actor.ts';
import { Problem } from '#src/errors.ts';
import type { App, Platform } from '#src/platform.ts';
import { countAttempt } from './attempts.ts';
import { problemOfAnswer } from './auth-problem.ts';
import { AUTH_PATH } from './authentication.ts';
import { Code } from './contract.ts';
import type { Endpoint } from './endpoints.ts';
import { inNoLessThan } from './least-time.ts';
import { incoming, newActor, note, passCookies } from './passing-on.ts';
import type { SignIn } from './sign-in.ts';
import { spendCode } from './spent-codes.ts';

type Body = Record<string, unknown>;

/** Opens one endpoint of better-auth, with its rule, its limits and its trace in the audit. */
export function mountEndpoint(
  app: App,
  platform: Platform,
  signIn: SignIn,
  endpoint: Endpoint,
): void {
  app.route({
    method: endpoint.method,
    url: `${AUTH_PATH}${endpoint.path}`,
    config: { access: endpoint.access },
    schema: {
      ...(endpoint.body && { body: endpoint.body }),
      response: { 200: endpoint.answer },
    },
    handler: (request, reply) => {
      const serve = () => answerTo(platform, signIn, endpoint, request, reply);
      return hasPassword(request.body) ? admitPassword(serve) : serve();
    },
  });
}

async function answerTo(
  platform: Platform,
  signIn: SignIn,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const body = await prepared(platform, endpoint, request);
  const sent = endpoint.method === 'POST' ? (body ?? {}) : undefined;
  const answer = await inNoLessThan(endpoint.leastMilliseconds, () =>
    signIn.ask(incoming(request), endpoint.path, sent),
  );
  if (endpoint.codeGoodOnce && answer.status < 400) {
    await insistUnspent(platform, signIn, request, answer);
  }
  passCookies(answer, reply);
  // what the browser has kept of a person goes with the session
  if (endpoint.fact === 'signed-out') void reply.header('clear-site-data', '"cache"');
  if (answer.status >= 400) throw await refused(platform, endpoint, request.actor, answer, body);
  if (endpoint.fact) await noteSuccess(platform, signIn, endpoint, request.actor, answer);
  return endpoint.answer.parse(answerOf((await answer.json()) as Body));
}

function hasPassword(body: unknown): boolean {
  return ['password', 'newPassword', 'currentPassword'].some((field) => field in Object(body));
}

/** Throws code-wrong for a code that has opened a session before, and ends the one that it has opened now. */
async function insistUnspent(
  platform: Platform,
  signIn: SignIn,
  { actor: before, body }: FastifyRequest,
  answer: Response,
): Promise<void> {
  const actor = (await newActor(platform, signIn, answer)) ?? before;
  const { accountId, sessionId } = actor;
  const { code } = Code.parse(body);
  if (accountId === undefined || (await spendCode(platform, accountId, code))) return;
  if (sessionId !== undefined) {
    await platform.db.transaction().execute((trx) => endSession(trx, accountId, sessionId));
  }
  await note(platform, actor, 'sign-in-refused', { way: 'code', why: 'code-wrong' });
  throw new Problem('code-wrong');
}

/** The body as better-auth gets it, after our own limits and rules. */
async function prepared(
  { db, secret, letters }: Platform,
  endpoint: Endpoint,
  request: FastifyRequest,
): Promise<Body | undefined> {
  if (endpoint.needsLetter && letters === 'kept') throw new Problem('no-mail-server');
  if (!endpoint.body) return undefined;
  const body = { ...(request.body as Body) };
  if (typeof body.email === 'string') body.email = emailAddress(body.email);
  if (endpoint.limited && typeof body.email === 'string') {
    const what = { kind: endpoint.path, subject: body.email };
    await countAttempt(db, secret, what, endpoint.limited);
  }
  if (endpoint.newPassword)
    await checkPassword(String(body[endpoint.newPassword]), await about(db, request, body));
  // a password that has become known elsewhere must not leave other sessions open
  if (endpoint.path === '/change-password') body.revokeOtherSessions = true;
  return body;
}

async function about(db: Platform['db'], { actor }: FastifyRequest, body: Body): Promise<string[]> {
  const account = actor.accountId ? await findAccount(db, { id: actor.accountId }) : undefined;
  return [body.email, body.name, account?.email, account?.name].filter(
    (text): text is string => typeof text === 'string',
  );
}

/** Never the token of a session: it travels in the cookie alone. */
function answerOf(body: Body): Body {
  if (Array.isArray(body)) return body;
  // a passkey stands for two factors only when its bearer has unlocked it
  if ('challenge' in body) return { ...body, userVerification: 'required' };
  return { ...body, done: true, secondFactor: body?.twoFactorRedirect === true, token: undefined };
}

async function refused(
  platform: Platform,
  endpoint: Endpoint,
  actor: Actor,
  answer: Response,
  { email }: Body = {},
): Promise<Problem> {
  const problem = await problemOfAnswer(answer);
  // who is turned away uncounted times must not write into the audit as often
  if (endpoint.fact === 'signed-in' && problem.code !== 'too-many-attempts') {
    // asked for whoever it is, so that the time says nothing
    const tried = typeof email === 'string' ? await findAccount(platform.db, { email }) : undefined;
    const detail = { way: endpoint.path, why: problem.code };
    await note(platform, actor, 'sign-in-refused', detail, tried?.id);
  }
  return problem;
}

async function noteSuccess(
  platform: Platform,
  signIn: SignIn,
  endpoint: Endpoint,
  before: Actor,
  answer: Response,
): Promise<void> {
  // who was signed in already has confirmed the authenticator that they add
  if (endpoint.codeGoodOnce && before.kind === 'person') {
    return note(platform, before, 'second-factor-added', {});
  }
  const signsIn = endpoint.fact === 'signed-in';
  const actor = signsIn ? await newActor(platform, signIn, answer) : before;
  // the password was right and the second factor is still to come
  if (actor) await note(platform, actor, endpoint.fact!, signsIn ? { way: endpoint.path } : {});
}
