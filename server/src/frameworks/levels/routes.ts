import { z } from 'zod';
import { Paging } from '#src/http/contract.ts';
import type { App, Platform } from '#src/platform.ts';
import { mayReadFrameworks } from '../access.ts';
import { AtLevel, FrameworkLevels, Which } from './contract.ts';
import { readAtLevel, readLevels } from './read-levels.ts';

const Code = z.object({ code: z.string().max(200) });
const At = Code.extend({
  scale: z.string().max(200),
  level: z.coerce.number().int().min(-32_768).max(32_767),
});

/** Scales as ladders, with what competencies say at their levels and how they are equated. */
export function levelRoutes(app: App, { db }: Platform): void {
  const access = mayReadFrameworks;
  app.get(
    '/api/frameworks/:code/levels',
    {
      config: { access },
      schema: {
        params: Code,
        querystring: z.object({ of: Which.optional() }),
        response: { 200: FrameworkLevels },
      },
    },
    ({ actor, params, query }) => readLevels(db, actor, params.code, query.of),
  );
  app.get(
    '/api/frameworks/:code/levels/:scale/:level',
    {
      config: { access },
      schema: {
        params: At,
        querystring: Paging.extend({ of: Which.optional() }),
        response: { 200: AtLevel },
      },
    },
    ({ actor, params, query }) => readAtLevel(db, actor, params.code, params, query),
  );
}
