import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import {
  mayDiscuss,
  mayDraft,
  mayLookAtDrafts,
  mayMapSuccession,
  mayPublish,
  mayReview,
} from '../drafting/access.ts';
import { comment, readThreads, resolveThread } from './comments.ts';
import {
  DecideReview,
  MapSuccession,
  NewComment,
  Publication,
  Publish,
  Submit,
  Succession,
  Thread,
} from './contract.ts';
import { publishDraft, readPublication } from './publish.ts';
import { decideOnDraft, submitDraft } from './submit.ts';
import { mapSuccession, readSuccession } from './succession.ts';

const Code = z.object({ code: z.string() });
const One = Code.extend({ id: z.coerce.number().int().min(0).max(2_147_483_647) });
const Done = z.object({ code: z.string() });

/** A draft between the organisations: submitted, discussed, decided, published. */
export function frameworkReviewRoutes(app: App, { db }: Platform): void {
  app.post(
    '/api/frameworks/:code/draft/submit',
    {
      config: { access: mayDraft },
      schema: { params: Code, body: Submit, response: { 200: Done } },
    },
    async ({ actor, params, body }) => {
      await db.transaction().execute((trx) => submitDraft(trx, actor, params.code, body));
      return params;
    },
  );
  app.post(
    '/api/frameworks/:code/draft/decision',
    {
      config: { access: mayReview },
      schema: { params: Code, body: DecideReview, response: { 200: Done } },
    },
    async ({ actor, params, body }) => {
      await db.transaction().execute((trx) => decideOnDraft(trx, actor, params.code, body));
      return params;
    },
  );
  threadRoutes(app, { db });
  app.get(
    '/api/frameworks/:code/draft/succession',
    {
      config: { access: mayLookAtDrafts },
      schema: { params: Code, response: { 200: Succession } },
    },
    ({ actor, params }) => readSuccession(db, actor, params.code),
  );
  app.put(
    '/api/frameworks/:code/draft/succession/:id',
    {
      config: { access: mayMapSuccession },
      schema: { params: One, body: MapSuccession, response: { 200: Done } },
    },
    async ({ actor, params, body }) => {
      const { code, id } = params;
      await db.transaction().execute((trx) => mapSuccession(trx, actor, code, id, body));
      return { code };
    },
  );
  app.get(
    '/api/frameworks/:code/draft/publication',
    {
      config: { access: mayLookAtDrafts },
      schema: { params: Code, response: { 200: Publication } },
    },
    ({ actor, params }) => readPublication(db, actor, params.code),
  );
  app.post(
    '/api/frameworks/:code/draft/publish',
    {
      config: { access: mayPublish },
      schema: { params: Code, body: Publish, response: { 200: Done } },
    },
    async ({ actor, params, body }) => {
      await db.transaction().execute((trx) => publishDraft(trx, actor, params.code, body));
      return params;
    },
  );
}

function threadRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  app.get(
    '/api/frameworks/:code/draft/threads',
    {
      config: { access: mayLookAtDrafts },
      schema: { params: Code, response: { 200: z.array(Thread) } },
    },
    ({ actor, params }) => readThreads(db, actor, params.code),
  );
  app.post(
    '/api/frameworks/:code/draft/threads',
    {
      config: { access: mayDiscuss },
      schema: {
        params: Code,
        body: NewComment,
        response: { 200: z.object({ threadId: z.number().int() }) },
      },
    },
    ({ actor, params, body }) =>
      db.transaction().execute((trx) => comment(trx, actor, params.code, body)),
  );
  app.put(
    '/api/frameworks/:code/draft/threads/:id',
    {
      config: { access: mayDiscuss },
      schema: {
        params: One,
        body: z.object({ resolved: z.boolean() }),
        response: { 200: Done },
      },
    },
    async ({ actor, params, body }) => {
      const { code, id } = params;
      await db.transaction().execute((trx) => resolveThread(trx, actor, code, id, body.resolved));
      return { code };
    },
  );
}
