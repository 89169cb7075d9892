import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayDraft, mayLookAtDrafts } from './access.ts';
import { DraftScale, NewEquating } from './contract.ts';
import { addEquating, endEquatingOn } from './equating.ts';
import { readDraftScales, saveScale } from './scales.ts';

const Code = z.object({ code: z.string() });
const One = Code.extend({ id: z.coerce.number().int().min(0).max(2_147_483_647) });
const Done = z.object({ code: z.string() });

export function scaleRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/frameworks/:code/draft/scales',
    {
      config: { access: mayLookAtDrafts },
      schema: { params: Code, response: { 200: z.array(DraftScale) } },
    },
    ({ actor, params }) => readDraftScales(db, actor, params.code),
  );
  app.put(
    '/api/frameworks/:code/draft/scales',
    {
      config: { access: mayDraft },
      schema: {
        params: Code,
        body: DraftScale,
        response: { 200: z.object({ revision: z.number().int() }) },
      },
    },
    ({ actor, params, body }) =>
      db.transaction().execute((trx) => saveScale(trx, actor, params.code, body)),
  );
  app.post(
    '/api/frameworks/:code/equatings',
    {
      config: { access: mayDraft },
      schema: { params: Code, body: NewEquating, response: { 200: Done } },
    },
    async ({ actor, params, body }) => {
      await db.transaction().execute((trx) => addEquating(trx, actor, params.code, body));
      return { code: params.code };
    },
  );
  app.post(
    '/api/frameworks/:code/equatings/:id/end',
    {
      config: { access: mayDraft },
      schema: {
        params: One,
        body: z.object({ validTo: z.iso.date() }),
        response: { 200: Done },
      },
    },
    async ({ actor, params, body }) => {
      const { code, id } = params;
      await db.transaction().execute((trx) => endEquatingOn(trx, actor, code, id, body.validTo));
      return { code };
    },
  );
}
