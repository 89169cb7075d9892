import { sql } from 'kysely';
import { z } from 'zod';
import { Problem } from '#src/errors.ts';
import type { AccessRule, App, Platform } from '#src/platform.ts';

const anyone: AccessRule = () => true;

export function healthRoutes(app: App, platform: Platform): void {
  app.get(
    '/healthz',
    {
      config: { access: anyone, alike: true },
      schema: { response: { 200: z.object({ status: z.literal('ok') }) } },
    },
    async () => ({ status: 'ok' as const }),
  );
  app.get(
    '/readyz',
    {
      config: { access: anyone, alike: true },
      schema: { response: { 200: z.object({ status: z.literal('ready') }) } },
    },
    async () => {
      try {
        await sql`select 1`.execute(platform.db);
      } catch (fault) {
        throw new Problem('database-unreachable', { what: 'select 1' }, { cause: fault });
      }
      return { status: 'ready' as const };
    },
  );
  app.get(
    '/api/openapi.json',
    { config: { access: anyone, alike: true }, schema: { hide: true } },
    async (_request, reply) => reply.type('application/json').send(app.swagger()),
  );
}
