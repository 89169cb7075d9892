import { z } from 'zod';
import { inScope } from '#src/db/scope.ts';
import type { App, Platform } from '#src/platform.ts';
import { scopeOf } from '#src/actors/actor.ts';
import { mayChangeOwnData, mayReadOwnData } from './access.ts';
import { giveConsent, withdrawConsent } from './consents.ts';
import { MyConsents, NewConsent } from './contract.ts';
import { readConsents } from './my-consents.ts';

export function consentRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/me/consents',
    { config: { access: mayReadOwnData }, schema: { response: { 200: MyConsents } } },
    ({ actor }) => inScope(db, scopeOf(actor), (trx) => readConsents(trx, actor)),
  );
  app.post(
    '/api/me/consents',
    {
      config: { access: mayChangeOwnData },
      schema: { body: NewConsent, response: { 200: MyConsents } },
    },
    ({ actor, body }) =>
      inScope(db, scopeOf(actor), async (trx) => {
        await giveConsent(trx, actor, body);
        return readConsents(trx, actor);
      }),
  );
  app.post(
    '/api/me/consents/:id/withdraw',
    {
      config: { access: mayChangeOwnData },
      schema: {
        params: z.object({ id: z.coerce.number().int() }),
        response: { 200: MyConsents },
      },
    },
    ({ actor, params }) =>
      inScope(db, scopeOf(actor), async (trx) => {
        await withdrawConsent(trx, actor, params.id);
        return readConsents(trx, actor);
      }),
  );
}
