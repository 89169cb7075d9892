import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { record } from '#src/audit/record.ts';
import { Problem } from '#src/errors.ts';
import type { App, Platform } from '#src/platform.ts';
import { anyone } from './access.ts';
import type { Actor } from '#src/actors/actor.ts';
import { countAttempt } from './attempts.ts';
import { problemOfAnswer } from './auth-problem.ts';
import { AUTH_PATH, IDENTITY_PROVIDER } from './authentication.ts';
import { beginPerson } from './begin-person.ts';
import { Code, Done, Redirect } from './contract.ts';
import { emailAddress } from '#src/accounts/email-address.ts';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { inNoLessThan } from './least-time.ts';
import { insistPasswordTurn } from '#src/accounts/password-queue.ts';
import { checkPassword } from '#src/accounts/passwords.ts';
import { getPlatformOwner } from '#src/actors/queries.ts';
import { findAccount } from '#src/accounts/queries.ts';
import { actorOfSession, findSession } from '#src/accounts/session-actor.ts';
import { endSession } from '#src/accounts/sessions.ts';
import { readSessionToken, sessionCookieName } from './session-cookie.ts';
import type { SignIn } from './sign-in.ts';
import { spendCode } from './spent-codes.ts';

type Body = Record<string, unknown>;

/** The endpoints of better-auth that are open, each with its rule, its limits and its trace in the audit. */
export function authRoutes(app: App, platform: Platform, signIn: SignIn): void {
  for (const endpoint of ENDPOINTS) mount(app, platform, signIn, endpoint);

  app.post(
    `${AUTH_PATH}/verify-email`,
    {
      config: { access: anyone },
      schema: { body: z.object({ token: z.string().min(1).max(2000) }), response: { 200: Done } },
    },
    async (request) => {
      const query = new URLSearchParams({ token: request.body.token });
      const answer = await signIn.ask(
        { ...incoming(request), method: 'GET' },
        `/verify-email?${query}`,
      );
      if (answer.status >= 400) throw await problemOfAnswer(answer);
      return { done: true as const };
    },
  );
  app.post(
    `${AUTH_PATH}/sign-in/${IDENTITY_PROVIDER}`,
    { config: { access: anyone }, schema: { response: { 200: Redirect } } },
    async (request, reply) => {
      const answer = await signIn.askProvider(incoming(request), '/sign-in/social', {
        provider: IDENTITY_PROVIDER,
        callbackURL: '/',
        errorCallbackURL: '/sign-in',
        disableRedirect: true,
      });
      if (answer.status >= 400) throw await problemOfAnswer(answer);
      passCookies(answer, reply);
      return Redirect.parse(await answer.json());
    },
  );
  app.get(
    `${AUTH_PATH}/callback/${IDENTITY_PROVIDER}`,
    { config: { access: anyone }, schema: {} },
    async (request, reply) => {
      const query = request.url.split('?')[1] ?? '';
      const answer = await signIn.askProvider(
        incoming(request),
        `/callback/${IDENTITY_PROVIDER}?${query}`,
      );
      passCookies(answer, reply);
      const actor = await newActor(platform, signIn, answer);
      if (actor) await note(platform, actor, 'signed-in', { way: IDENTITY_PROVIDER });
      const target = new URL(answer.headers.get('location') ?? '/sign-in', signIn.origin);
      // whatever the provider's answer led to, it stays here
      const path = `${target.pathname}${target.search}`;
      return reply.redirect(path.startsWith('//') ? '/' : path);
    },
  );
}

function mount(app: App, platform: Platform, signIn: SignIn, endpoint: Endpoint): void {
  app.route({
    method: endpoint.method,
    url: `${AUTH_PATH}${endpoint.path}`,
    config: { access: endpoint.access },
    schema: {
      ...(endpoint.body && { body: endpoint.body }),
      response: { 200: endpoint.answer },
    },
    handler: async (request, reply) => {
      const body = await prepared(platform, endpoint, request);
      const sent = endpoint.method === 'POST' ? (body ?? {}) : undefined;
      const answer = await inNoLessThan(endpoint.leastMilliseconds, () =>
        signIn.ask(incoming(request), endpoint.path, sent),
      );
      if (endpoint.codeGoodOnce && answer.status < 400) {
        await insistUnspent(platform, signIn, request, answer);
      }
      passCookies(answer, reply);
      if (answer.status >= 400) throw await refused(platform, endpoint, request.actor, answer);
      if (endpoint.fact) await noteSuccess(platform, signIn, endpoint, request.actor, answer);
      return endpoint.answer.parse(answerOf((await answer.json()) as Body));
    },
  });
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
  { db, secret }: Platform,
  endpoint: Endpoint,
  request: FastifyRequest,
): Promise<Body | undefined> {
  if (!endpoint.body) return undefined;
  const body = { ...(request.body as Body) };
  if (PASSWORDS.some((field) => field in body)) insistPasswordTurn();
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

const PASSWORDS = ['password', 'newPassword', 'currentPassword'];

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
): Promise<Problem> {
  const problem = await problemOfAnswer(answer);
  // who is turned away uncounted times must not write into the audit as often
  if (endpoint.fact === 'signed-in' && problem.code !== 'too-many-attempts') {
    await note(platform, actor, 'sign-in-refused', { way: endpoint.path, why: problem.code });
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
  const signsIn = endpoint.fact === 'signed-in';
  const actor = signsIn ? await newActor(platform, signIn, answer) : before;
  // the password was right and the second factor is still to come
  if (actor) await note(platform, actor, endpoint.fact!, signsIn ? { way: endpoint.path } : {});
}

async function note(
  { db }: Platform,
  actor: Actor,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await db.transaction().execute((trx) =>
    record(trx, actor, {
      action,
      subjectKind: 'account',
      subjectId: actor.accountId ?? 'unknown',
      detail,
    }),
  );
}

/** Who has just signed in, by the cookie that the answer sets. */
async function newActor(
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

function passCookies(answer: Response, reply: FastifyReply): void {
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
}

function incoming(request: FastifyRequest) {
  return { method: request.method, headers: request.headers, ip: request.ip };
}
