import fastify, { type RouteOptions } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import swagger from '@fastify/swagger';
import type { Config } from './config.ts';
import { Problem } from './errors.ts';
import { auditRoutes } from './audit/routes.ts';
import { certificateRoutes } from './certificates/routes.ts';
import { crosswalkRoutes } from './crosswalks/routes.ts';
import { demandRoutes } from './demand/routes.ts';
import { draftingRoutes } from './frameworks/drafting/routes.ts';
import { frameworkReviewRoutes } from './frameworks/review/routes.ts';
import { frameworkRoutes } from './frameworks/routes.ts';
import { frameworkVersionRoutes } from './frameworks/versions/routes.ts';
import { gapRoutes } from './gap/routes.ts';
import { healthRoutes } from './http/health.ts';
import { replyProblem } from './http/problem.ts';
import { checkSameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { importRoutes } from './imports/routes.ts';
import type { Importer } from './imports/importer.ts';
import { installationRoutes } from './installation/routes.ts';
import { linkingRoutes } from './linking/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import { measureRoutes } from './measures/routes.ts';
import { peopleDoors } from './people-doors.ts';
import { peopleRoutes } from './people/routes.ts';
import { organisationRoutes } from './organisations/routes.ts';
import type { App, Platform } from './platform.ts';
import { programmeRoutes } from './programmes/routes.ts';
import { referenceRoutes } from './reference/routes.ts';
import { regionRoutes } from './regions/routes.ts';
import { reviewRoutes } from './review/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { getActor } from './actors/find-actor.ts';
import { openRequestActor } from './sign-in/request-actor.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { openSignIn } from './sign-in/sign-in.ts';
import { pullRoutes } from './standards/case/pulls/routes.ts';
import { caseRoutes } from './standards/case/provider/routes.ts';
import { webRoutes } from './web/routes.ts';

export interface AppOptions {
  config: Pick<Config, 'publicUrl' | 'port' | 'identityProvider' | 'trustProxy'> &
    Partial<Pick<Config, 'pullHosts'>>;
  /** how long other servers are waited for, where it is not as usual */
  remote?: { seconds?: number; idleSeconds?: number };
  importers: readonly Importer[];
  /** The built web, or undefined where only the API is served. */
  webFolder?: string;
  /** Hears of every route as it is mounted. */
  onRoute?: (route: RouteOptions) => void;
  logger?: boolean | object;
}

/** The table of contents: every room mounted, one line each. */
export async function buildApp(platform: Platform, options: AppOptions): Promise<App> {
  const app = fastify({
    logger: options.logger ?? false,
    trustProxy: options.config.trustProxy ?? false,
    forceCloseConnections: 'idle',
    frameworkErrors: replyProblem,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(replyProblem);
  app.setNotFoundHandler((request, reply) => {
    replyProblem(new Problem('not-found', { what: request.url.slice(0, 200) }), request, reply);
  });
  // Files travel as they are: the room that takes them reads the stream with its own limit.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) =>
    done(null, payload),
  );
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, text, done) => done(null, text),
  );

  app.addHook('onRoute', (route) => {
    if (!route.config?.access) {
      throw new Error(`${String(route.method)} ${route.url} has no access rule`);
    }
    options.onRoute?.(route);
  });
  const signIn = openSignIn(platform, options.config, (fault) => app.log.error(fault));
  const actorOf = await openRequestActor(platform, signIn);
  const visitor = await getActor(platform.db, 'visitor', 'a visit');
  app.addHook('onRequest', async (request, reply) => {
    securityHeaders(reply, { path: request.url, publicUrl: options.config.publicUrl });
    checkSameOrigin(
      {
        method: request.method,
        host: request.headers.host,
        origin: request.headers.origin,
        site: request.headers['sec-fetch-site'] as string | undefined,
        isOpen: request.url.startsWith('/ims/case/'),
      },
      options.config.publicUrl,
    );
    if (request.is404) return;
    const { access: mayEnter, alike } = request.routeOptions.config;
    request.actor = alike ? visitor : await actorOf(request, reply);
    if (!mayEnter?.(request.actor)) {
      const what = `${request.method} ${request.routeOptions.url}`;
      throw new Problem(request.actor.kind === 'visitor' ? 'sign-in-required' : 'not-allowed', {
        what,
      });
    }
  });

  await app.register(swagger, {
    openapi: { info: { title: 'Nhịp', version: platform.programVersion } },
    transform: jsonSchemaTransform,
  });
  await app.register(async (rooms) => {
    const house = rooms.withTypeProvider<ZodTypeProvider>();
    healthRoutes(house, platform);
    installationRoutes(house, platform);
    signInRoutes(house, platform, signIn, options.config.identityProvider?.name ?? null);
    mailRoutes(house, platform);
    auditRoutes(house, platform);
    organisationRoutes(house, platform, signIn.origin);
    peopleRoutes(house, platform, peopleDoors);
    regionRoutes(house, platform);
    frameworkRoutes(house, platform);
    draftingRoutes(house, platform);
    frameworkReviewRoutes(house, platform);
    frameworkVersionRoutes(house, platform);
    crosswalkRoutes(house, platform);
    certificateRoutes(house, platform);
    referenceRoutes(house, platform);
    demandRoutes(house, platform);
    programmeRoutes(house, platform);
    gapRoutes(house, platform);
    measureRoutes(house, platform);
    importRoutes(house, platform, options.importers);
    linkingRoutes(house, platform);
    reviewRoutes(house, platform);
    searchRoutes(house, platform);
    caseRoutes(house, platform, signIn.origin);
    pullRoutes(house, platform, options.importers, {
      trustedHosts: options.config.pullHosts ?? [],
      ...options.remote,
    });
    if (options.webFolder !== undefined) await webRoutes(house, options.webFolder);
  });
  return app;
}
