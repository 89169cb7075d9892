import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { editAbout } from './about.ts';
import { mayDraft, mayLookAtDrafts } from './access.ts';
import { beginVersion, createFramework, discardDraft } from './begin-draft.ts';
import {
  BeginVersion,
  Draft,
  DraftLine,
  Edit,
  EditPart,
  LintReport,
  NewFramework,
} from './contract.ts';
import { lintDraft } from './lint-draft.ts';
import { listDrafts } from './list-drafts.ts';
import { getOpenDraft } from './open-draft.ts';
import { partRoutes, replyEdit } from './part-routes.ts';
import { readDraft, readHistory } from './read-draft.ts';
import { scaleRoutes } from './scale-routes.ts';
import { undoRevision } from './undo.ts';

export const Code = z.object({ code: z.string() });
export const Done = z.object({ code: z.string() });
export const HistoryPage = z.object({
  before: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Frameworks that are written here: /api/frameworks/:code/draft is the open version of one. */
export function draftingRoutes(app: App, platform: Platform): void {
  const { db } = platform;
  app.get(
    '/api/drafts',
    {
      config: { access: mayLookAtDrafts },
      schema: { response: { 200: z.array(DraftLine) } },
    },
    ({ actor }) => listDrafts(db, actor),
  );
  app.post(
    '/api/frameworks',
    { config: { access: mayDraft }, schema: { body: NewFramework, response: { 200: Done } } },
    ({ actor, body }) => db.transaction().execute((trx) => createFramework(trx, actor, body)),
  );
  app.post(
    '/api/frameworks/:code/draft',
    {
      config: { access: mayDraft },
      schema: { params: Code, body: BeginVersion, response: { 200: Done } },
    },
    ({ actor, params, body }) =>
      db.transaction().execute((trx) => beginVersion(trx, actor, params.code, body)),
  );
  app.delete(
    '/api/frameworks/:code/draft',
    { config: { access: mayDraft }, schema: { params: Code, response: { 200: Done } } },
    async ({ actor, params }) => {
      await db.transaction().execute((trx) => discardDraft(trx, actor, params.code));
      return { code: params.code };
    },
  );
  app.get(
    '/api/frameworks/:code/draft',
    { config: { access: mayLookAtDrafts }, schema: { params: Code, response: { 200: Draft } } },
    ({ actor, params }) => readDraft(db, actor, params.code),
  );
  app.put(
    '/api/frameworks/:code/draft/about',
    { config: { access: mayDraft }, schema: { params: Code, body: EditPart } },
    async ({ actor, params, body }, reply) =>
      replyEdit(
        reply,
        await db.transaction().execute((trx) => editAbout(trx, actor, params.code, body)),
      ),
  );
  app.get(
    '/api/frameworks/:code/draft/history',
    {
      config: { access: mayLookAtDrafts },
      schema: { params: Code, querystring: HistoryPage, response: { 200: z.array(Edit) } },
    },
    ({ actor, params, query }) =>
      readHistory(db, actor, params.code, undefined, { before: query.before, limit: query.limit }),
  );
  app.get(
    '/api/frameworks/:code/draft/lint',
    {
      config: { access: mayLookAtDrafts },
      schema: { params: Code, response: { 200: LintReport } },
    },
    async ({ actor, params }) => lintDraft(db, await getOpenDraft(db, actor, params.code)),
  );
  app.post(
    '/api/frameworks/:code/draft/undo',
    {
      config: { access: mayDraft },
      schema: {
        params: Code,
        body: z.object({ revision: z.number().int() }),
        response: { 200: z.object({ revision: z.number().int() }) },
      },
    },
    ({ actor, params, body }) =>
      db.transaction().execute((trx) => undoRevision(trx, actor, params.code, body.revision)),
  );
  partRoutes(app, platform, 'item');
  partRoutes(app, platform, 'role');
  scaleRoutes(app, platform);
}
