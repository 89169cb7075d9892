import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Problem } from '#src/errors.ts';
import type { AccessRule, App } from '#src/platform.ts';

const anyone: AccessRule = () => true;

/** The built pages: assets by name (hashed, kept by browsers for ever), every other path the one page. */
export async function webRoutes(app: App, folder: string): Promise<void> {
  const files = new Set(
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name))}`)
      .map((path) => path.replaceAll('\\', '/'))
      // what the build keeps for itself
      .filter((path) => !path.includes('/.')),
  );
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    etag: true,
  });
  app.get(
    '/*',
    { config: { access: anyone, alike: true }, schema: { hide: true } },
    (request, reply) => {
      const path = request.url.split(/[?#]/, 1)[0]!;
      if (path.startsWith('/api/')) throw new Problem('not-found', { what: path.slice(0, 200) });
      if (files.has(path) && path !== '/index.html') {
        const immutable = path.startsWith('/assets/');
        void reply.header(
          'cache-control',
          immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
        return reply.sendFile(path.slice(1));
      }
      if (path.startsWith('/assets/')) throw new Problem('not-found', { what: path.slice(0, 200) });
      void reply.header('cache-control', 'no-cache');
      return reply.sendFile('index.html');
    },
  );
}
