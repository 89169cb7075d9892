import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayGiveOpinion, mayReadQuality, maySettle } from '../access.ts';
import { agreementOf } from './agreement.ts';
import {
  Agreement,
  Disagreements,
  NewOpinion,
  OpinionQueue,
  SavedOpinion,
  Settlement,
} from './contract.ts';
import { countAgreement } from './opinion-queries.ts';
import { giveOpinion, readDisagreements, readOpinionQueue, settle } from './opinions.ts';

export function opinionRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/review/opinions/queue',
    { config: { access: mayGiveOpinion }, schema: { response: { 200: OpinionQueue } } },
    (request) => readOpinionQueue(db, request.actor),
  );
  app.post(
    '/api/review/opinions',
    {
      config: { access: mayGiveOpinion },
      schema: { body: NewOpinion, response: { 200: SavedOpinion } },
    },
    (request) => db.transaction().execute((trx) => giveOpinion(trx, request.actor, request.body)),
  );
  app.get(
    '/api/review/opinions/agreement',
    { config: { access: mayReadQuality }, schema: { response: { 200: Agreement } } },
    async () => agreementOf(await countAgreement(db)),
  );
  app.get(
    '/api/review/opinions/disagreements',
    { config: { access: mayReadQuality }, schema: { response: { 200: Disagreements } } },
    () => readDisagreements(db),
  );
  app.post(
    '/api/review/opinions/:id/settle',
    {
      config: { access: maySettle },
      schema: {
        params: z.object({ id: z.coerce.number().int() }),
        body: Settlement,
        response: { 200: SavedOpinion },
      },
    },
    ({ actor, params, body }) =>
      db.transaction().execute((trx) => settle(trx, actor, params.id, body)),
  );
}
