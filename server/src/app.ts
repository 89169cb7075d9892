import fastify, { type FastifyRequest, type RouteOptions } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import swagger from '@fastify/swagger';
import type { Config } from './config.ts';
import { Problem } from './errors.ts';
import { demandRoutes } from './demand/routes.ts';
import { frameworkRoutes } from './frameworks/routes.ts';
import { gapRoutes } from './gap/routes.ts';
import { healthRoutes } from './http/health.ts';
import { replyProblem } from './http/problem.ts';
import { checkSameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { importRoutes } from './imports/routes.ts';
import type { Importer } from './imports/importer.ts';
import { installationRoutes } from './installation/routes.ts';
import { measureRoutes } from './measures/routes.ts';
import type { App, Platform } from './platform.ts';
import { programmeRoutes } from './programmes/routes.ts';
import { regionRoutes } from './regions/routes.ts';
import { reviewRoutes } from './review/routes.ts';
import type { Actor } from './sign-in/actor.ts';
import { getActor } from './sign-in/find-actor.ts';
import { webRoutes } from './web/routes.ts';

export interface AppOptions {
  config: Pick<Config, 'publicUrl'>;
  importers: readonly Importer[];
  /** The built web, or undefined where only the API is served. */
  webFolder?: string;
  /** Who asks; the local administrator where nobody says otherwise. */
  actorOf?: (request: FastifyRequest) => Actor;
  /** Hears of every route as it is mounted. */
  onRoute?: (route: RouteOptions) => void;
  logger?: boolean | object;
}

/** The table of contents: every room mounted, one line each. */
export async function buildApp(platform: Platform, options: AppOptions): Promise<App> {
  const app = fastify({
    logger: options.logger ?? false,
    trustProxy: false,
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

  app.addHook('onRoute', (route) => {
    if (!route.config?.access) {
      throw new Error(`${String(route.method)} ${route.url} has no access rule`);
    }
    options.onRoute?.(route);
  });
  const administrator = await getActor(platform.db, 'local-administrator', 'interactive use');
  app.addHook('onRequest', async (request, reply) => {
    securityHeaders(reply);
    checkSameOrigin(
      {
        method: request.method,
        host: request.headers.host,
        origin: request.headers.origin,
        site: request.headers['sec-fetch-site'] as string | undefined,
      },
      options.config.publicUrl,
    );
    request.actor = options.actorOf?.(request) ?? administrator;
    const mayEnter = request.routeOptions.config.access;
    if (!request.is404 && !mayEnter?.(request.actor)) {
      throw new Problem('not-allowed', { what: `${request.method} ${request.routeOptions.url}` });
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
    regionRoutes(house, platform);
    frameworkRoutes(house, platform);
    demandRoutes(house, platform);
    programmeRoutes(house, platform);
    gapRoutes(house, platform);
    measureRoutes(house, platform);
    importRoutes(house, platform, options.importers);
    reviewRoutes(house, platform);
    if (options.webFolder !== undefined) await webRoutes(house, options.webFolder);
  });
  return app;
}
