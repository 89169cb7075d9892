import { z } from 'zod';
import { record } from '#src/audit/record.ts';
import { Problem } from '#src/errors.ts';
import type { App, Platform } from '#src/platform.ts';
import { enterByInvitation } from './accept-invitation.ts';
import { anyone, aPerson } from './access.ts';
import { apiClientRoutes } from './api-client-routes.ts';
import { countAttempt } from './attempts.ts';
import { authRoutes } from './auth-routes.ts';
import {
  AcceptInvitation,
  ChooseOrganisation,
  DemonstrationSignIn,
  Done,
  InvitationAccepted,
  OpenSession,
  Passkey,
  Session,
  SetUp,
  SignedIn,
  SignInWays,
} from './contract.ts';
import { findDemonstrationAccount, listDemonstrationRoles } from './demonstration-accounts.ts';
import { emailAddress } from '#src/accounts/email-address.ts';
import { checkPassword } from '#src/accounts/passwords.ts';
import { presentSession } from './present-session.ts';
import { listPasskeys, listSessions } from '#src/accounts/queries.ts';
import { sessionCookie, signedSessionToken } from './session-cookie.ts';
import {
  chooseOrganisation,
  endOtherSessions,
  endSession,
  IDLE_SECONDS,
  insertSession,
} from '#src/accounts/sessions.ts';
import { hasSecretariat, useSetUpToken } from './set-up.ts';
import type { SignIn } from './sign-in.ts';

export function signInRoutes(
  app: App,
  platform: Platform,
  signIn: SignIn,
  provider: string | null,
): void {
  const { db, secret } = platform;
  const secure = signIn.origin.protocol === 'https:';
  const cookieOf = (token: string) =>
    sessionCookie(signedSessionToken(token, secret), secure, IDLE_SECONDS);

  authRoutes(app, platform, signIn);
  apiClientRoutes(app, platform, signIn);

  app.get(
    '/api/session',
    { config: { access: anyone }, schema: { response: { 200: Session } } },
    ({ actor }) => presentSession(db, actor),
  );
  app.get(
    '/api/sign-in/ways',
    { config: { access: anyone }, schema: { response: { 200: SignInWays } } },
    async () => ({
      identityProvider: provider,
      demonstration: platform.kind === 'demo' ? await listDemonstrationRoles(db) : [],
      needsSetUp: platform.kind === 'main' && !(await hasSecretariat(db)),
      passkeyHost: signIn.origin.hostname,
    }),
  );
  app.put(
    '/api/session/organisation',
    {
      config: { access: aPerson },
      schema: { body: ChooseOrganisation, response: { 200: Session } },
    },
    async ({ actor, body }) => {
      const { organisations } = await presentSession(db, actor);
      if (!organisations.some(({ id }) => id === body.organisationId)) {
        throw new Problem('not-found', { what: body.organisationId });
      }
      await db
        .transaction()
        .execute((trx) => chooseOrganisation(trx, actor.sessionId!, body.organisationId));
      return presentSession(db, { ...actor, organisationId: body.organisationId });
    },
  );
  app.get(
    '/api/sessions',
    { config: { access: aPerson }, schema: { response: { 200: z.array(OpenSession) } } },
    async ({ actor }) => {
      const sessions = await listSessions(db, actor.accountId!);
      return sessions.map((session) => ({
        ...session,
        present: session.id === actor.sessionId,
        createdAt: session.createdAt.toISOString(),
        usedAt: session.usedAt.toISOString(),
        expiresAt: session.expiresAt.toISOString(),
      }));
    },
  );
  app.delete(
    '/api/sessions/:id',
    {
      config: { access: aPerson },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: Done } },
    },
    async ({ actor, params }) => {
      await db.transaction().execute(async (trx) => {
        const ended = await endSession(trx, actor.accountId!, params.id);
        if (!ended) throw new Problem('not-found', { what: params.id });
        const subject = { subjectKind: 'account', subjectId: actor.accountId! };
        await record(trx, actor, { action: 'session-ended', ...subject });
      });
      return { done: true as const };
    },
  );
  app.delete(
    '/api/sessions',
    { config: { access: aPerson }, schema: { response: { 200: Done } } },
    async ({ actor }) => {
      await db.transaction().execute(async (trx) => {
        await endOtherSessions(trx, actor.accountId!, actor.sessionId);
        const subject = { subjectKind: 'account', subjectId: actor.accountId! };
        await record(trx, actor, { action: 'other-sessions-ended', ...subject });
      });
      return { done: true as const };
    },
  );
  app.get(
    '/api/passkeys',
    { config: { access: aPerson }, schema: { response: { 200: z.array(Passkey) } } },
    ({ actor }) => listPasskeys(db, actor.accountId!),
  );
  app.post(
    '/api/set-up',
    { config: { access: anyone }, schema: { body: SetUp, response: { 200: SignedIn } } },
    async ({ body, ip, headers }, reply) => {
      const email = emailAddress(body.email);
      await checkPassword(body.password, [email, body.name]);
      const token = await db.transaction().execute(async (trx) => {
        const accountId = await useSetUpToken(trx, body.token, { ...body, email });
        return insertSession(trx, {
          accountId,
          ipAddress: ip,
          userAgent: headers['user-agent'] ?? null,
        });
      });
      void reply.header('set-cookie', cookieOf(token));
      return { secondFactor: false };
    },
  );
  app.post(
    '/api/invitations/accept',
    {
      config: { access: anyone },
      schema: { body: AcceptInvitation, response: { 200: InvitationAccepted } },
    },
    async ({ actor, body, ip, headers }, reply) => {
      await countAttempt(
        db,
        secret,
        { kind: 'invitation', subject: ip },
        { most: 30, seconds: 300 },
      );
      const browser = {
        ipAddress: ip,
        userAgent: headers['user-agent'] ?? null,
        emailProven: platform.letters !== 'kept',
      };
      const { accepted, sessionToken } = await db
        .transaction()
        .execute((trx) => enterByInvitation(trx, actor, body, browser));
      void reply.header('set-cookie', cookieOf(sessionToken));
      return { organisationId: accepted.organisationId, roles: accepted.roles };
    },
  );
  app.post(
    '/api/demonstration/sign-in',
    {
      config: { access: anyone },
      schema: { body: DemonstrationSignIn, response: { 200: SignedIn } },
    },
    async ({ body, ip, headers }, reply) => {
      if (platform.kind !== 'demo') throw new Problem('not-found', { what: 'demonstration' });
      const account = await findDemonstrationAccount(db, body.role);
      if (!account) throw new Problem('not-found', { what: body.role });
      const userAgent = headers['user-agent'] ?? null;
      const token = await db
        .transaction()
        .execute((trx) => insertSession(trx, { ...account, ipAddress: ip, userAgent }));
      void reply.header('set-cookie', cookieOf(token));
      return { secondFactor: false };
    },
  );
}
