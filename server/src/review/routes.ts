import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { DB } from '#src/db/types.ts';
import type { App, Platform } from '#src/platform.ts';
import { mayDecide, mayReadQueue } from './access.ts';
import { addPhrase } from './add.ts';
import { calibrationRoutes } from './calibration/routes.ts';
import {
  Decision,
  NewAddition,
  NewDecision,
  NewReplacement,
  QueueQuery,
  ReviewQueue,
} from './contract.ts';
import { decide, undo } from './decide.ts';
import { findProposal } from './follow-in-lexicon.ts';
import { opinionRoutes } from './opinions/routes.ts';
import { precisionRoutes } from './precision/routes.ts';
import { readQueue } from './queue.ts';
import { replace } from './replace.ts';
import type { Written } from './write-act.ts';

export function reviewRoutes(app: App, platform: Platform): void {
  const { db } = platform;
  calibrationRoutes(app, platform);
  opinionRoutes(app, platform);
  precisionRoutes(app, platform);
  const act = (write: (trx: Transaction<DB>) => Promise<Written>, accepted?: number) =>
    db.transaction().execute(async (trx) => toDecision(trx, await write(trx), accepted));
  const response = { 200: Decision };
  app.get(
    '/api/review/queue',
    {
      config: { access: mayReadQueue },
      schema: { querystring: QueueQuery, response: { 200: ReviewQueue } },
    },
    ({ query }) => readQueue(db, query),
  );
  app.post(
    '/api/review/decisions',
    { config: { access: mayDecide }, schema: { body: NewDecision, response } },
    ({ actor, body }) => act((trx) => decide(trx, actor, body)),
  );
  app.post(
    '/api/review/replacements',
    { config: { access: mayDecide }, schema: { body: NewReplacement, response } },
    ({ actor, body }) => act((trx) => replace(trx, actor, body), body.replacementId),
  );
  app.post(
    '/api/review/additions',
    { config: { access: mayDecide }, schema: { body: NewAddition, response } },
    ({ actor, body }) => act((trx) => addPhrase(trx, actor, body)),
  );
  app.post(
    '/api/review/decisions/:id/undo',
    {
      config: { access: mayDecide },
      schema: { params: z.object({ id: z.coerce.number().int() }), response },
    },
    ({ actor, params }) => act((trx) => undo(trx, actor, params.id)),
  );
}

/** `accepted`: the competency that was given the words, where it is not the one of the act's first row. */
async function toDecision(
  db: Kysely<DB>,
  written: Written,
  accepted = written.competencyId,
): Promise<Decision> {
  const gave = written.act === 'accept' || written.act === 'add' || written.act === 'replace';
  return {
    ...written,
    verdict: written.verdict as Decision['verdict'],
    act: written.act as Decision['act'],
    decidedAt: written.decidedAt.toISOString(),
    proposal: gave
      ? await findProposal(db, { normalised: written.normalised, competencyId: accepted })
      : null,
  };
}
