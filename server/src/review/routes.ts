import { z } from 'zod';
import { Paging } from '#src/http/contract.ts';
import type { App, Platform } from '#src/platform.ts';
import { mayDecide, mayReadQueue } from './access.ts';
import { calibrationRoutes } from './calibration/routes.ts';
import { Decision, NewDecision, ReviewQueue } from './contract.ts';
import { decide, undo } from './decide.ts';
import { opinionRoutes } from './opinions/routes.ts';
import { precisionRoutes } from './precision/routes.ts';
import { readQueue } from './queue.ts';

export function reviewRoutes(app: App, platform: Platform): void {
  calibrationRoutes(app, platform);
  opinionRoutes(app, platform);
  precisionRoutes(app, platform);
  app.get(
    '/api/review/queue',
    {
      config: { access: mayReadQueue },
      schema: {
        querystring: Paging.extend({
          undecided: z.stringbool().optional(),
          competency: z.string().optional(),
        }),
        response: { 200: ReviewQueue },
      },
    },
    (request) => readQueue(platform.db, request.query),
  );
  app.post(
    '/api/review/decisions',
    { config: { access: mayDecide }, schema: { body: NewDecision, response: { 200: Decision } } },
    async (request) => {
      const saved = await platform.db
        .transaction()
        .execute((trx) => decide(trx, request.actor, request.body));
      return toDecision(saved);
    },
  );
  app.post(
    '/api/review/decisions/:id/undo',
    {
      config: { access: mayDecide },
      schema: { params: z.object({ id: z.coerce.number().int() }), response: { 200: Decision } },
    },
    async (request) => {
      const saved = await platform.db
        .transaction()
        .execute((trx) => undo(trx, request.actor, request.params.id));
      return toDecision(saved);
    },
  );
}

function toDecision(saved: Awaited<ReturnType<typeof decide>>): Decision {
  return {
    ...saved,
    verdict: saved.verdict as Decision['verdict'],
    decidedAt: saved.decidedAt.toISOString(),
  };
}
