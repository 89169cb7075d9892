import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { anyone } from './access.ts';
import { problemOfAnswer } from './auth-problem.ts';
import { AUTH_PATH, IDENTITY_PROVIDER } from './authentication.ts';
import { Done, Redirect } from './contract.ts';
import { mountEndpoint } from './endpoint-route.ts';
import { ENDPOINTS } from './endpoints.ts';
import { incoming, newActor, note, passCookies } from './passing-on.ts';
import type { SignIn } from './sign-in.ts';

/** The endpoints of better-auth that are open, each with its rule, its limits and its trace in the audit. */
export function authRoutes(app: App, platform: Platform, signIn: SignIn): void {
  for (const endpoint of ENDPOINTS) mountEndpoint(app, platform, signIn, endpoint);

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
