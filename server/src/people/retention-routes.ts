import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import type { Actor } from '#src/actors/actor.ts';
import { mayReadRetentionRules, mayWriteRetentionRules } from './access.ts';
import { Done, NewRetentionRule, RetentionRuleEnd, RetentionRules } from './contract.ts';
import { organisationRefs } from './organisation-names.ts';
import { listRetentionRules } from './retention-queries.ts';
import { addRetentionRule, endRetentionRule } from './retention-rules.ts';

const done = { done: true as const };

export function retentionRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/retention-rules',
    { config: { access: mayReadRetentionRules }, schema: { response: { 200: RetentionRules } } },
    ({ actor }) => present(db, actor),
  );
  app.post(
    '/api/retention-rules',
    {
      config: { access: mayWriteRetentionRules },
      schema: { body: NewRetentionRule, response: { 200: Done } },
    },
    async ({ actor, body }) => {
      await db.transaction().execute((trx) => addRetentionRule(trx, actor, body));
      return done;
    },
  );
  app.post(
    '/api/retention-rules/:id/end',
    {
      config: { access: mayWriteRetentionRules },
      schema: {
        params: z.object({ id: z.coerce.number().int() }),
        body: RetentionRuleEnd,
        response: { 200: Done },
      },
    },
    async ({ actor, params, body }) => {
      await db
        .transaction()
        .execute((trx) => endRetentionRule(trx, actor, { id: params.id, on: body.on }));
      return done;
    },
  );
}

async function present(db: Platform['db'], actor: Actor) {
  const rules = await listRetentionRules(db, actor.organisationIds);
  const refs = await organisationRefs(
    db,
    rules.map(({ organisationId }) => organisationId),
  );
  return {
    items: rules.map(({ organisationId, ...rule }) => ({
      ...rule,
      organisation: organisationId === null ? null : refs.get(organisationId)!,
    })),
  };
}
