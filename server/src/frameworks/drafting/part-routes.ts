import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { problemBody } from '#src/http/problem.ts';
import { Problem } from '#src/errors.ts';
import type { App, Platform } from '#src/platform.ts';
import { mayDraft, mayLookAtDrafts } from './access.ts';
import { AddPart, DraftPart, DraftTree, Edit, EditPart, MovePart, RemovePart } from './contract.ts';
import { editPart, type EditOutcome } from './edit-part.ts';
import type { PartName } from './fields.ts';
import { addPart, movePart } from './place-part.ts';
import { readHistory, readPart, readTree } from './read-draft.ts';
import { removePart } from './remove-part.ts';

const Code = z.object({ code: z.string() });
const One = Code.extend({ id: z.coerce.number().int().min(0).max(2_147_483_647) });
const Page = z.object({
  before: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Items and roles are edited alike. */
export function partRoutes(app: App, { db }: Platform, part: PartName): void {
  const base = `/api/frameworks/:code/draft/${part}s`;
  app.get(
    base,
    { config: { access: mayLookAtDrafts }, schema: { params: Code, response: { 200: DraftTree } } },
    ({ actor, params }) => readTree(db, actor, params.code, part),
  );
  app.get(
    `${base}/:id`,
    { config: { access: mayLookAtDrafts }, schema: { params: One, response: { 200: DraftPart } } },
    ({ actor, params }) => readPart(db, actor, params.code, part, params.id),
  );
  app.get(
    `${base}/:id/history`,
    {
      config: { access: mayLookAtDrafts },
      schema: { params: One, querystring: Page, response: { 200: z.array(Edit) } },
    },
    ({ actor, params, query }) =>
      readHistory(
        db,
        actor,
        params.code,
        { part, id: params.id },
        {
          ...{ before: query.before, limit: query.limit },
        },
      ),
  );
  app.post(
    base,
    { config: { access: mayDraft }, schema: { params: Code, body: AddPart } },
    async ({ actor, params, body }, reply) =>
      replyEdit(
        reply,
        await db.transaction().execute((trx) => addPart(trx, actor, params.code, part, body)),
      ),
  );
  app.put(
    `${base}/:id`,
    { config: { access: mayDraft }, schema: { params: One, body: EditPart } },
    async ({ actor, params, body }, reply) =>
      replyEdit(
        reply,
        await db
          .transaction()
          .execute((trx) => editPart(trx, actor, params.code, part, params.id, body)),
      ),
  );
  app.post(
    `${base}/:id/place`,
    { config: { access: mayDraft }, schema: { params: One, body: MovePart } },
    async ({ actor, params, body }, reply) =>
      replyEdit(
        reply,
        await db
          .transaction()
          .execute((trx) => movePart(trx, actor, params.code, part, params.id, body)),
      ),
  );
  app.post(
    `${base}/:id/remove`,
    { config: { access: mayDraft }, schema: { params: One, body: RemovePart } },
    async ({ actor, params, body }, reply) =>
      replyEdit(
        reply,
        await db
          .transaction()
          .execute((trx) => removePart(trx, actor, params.code, part, params.id, body)),
      ),
  );
}

/** What was written; or 409 with both wordings of every field that somebody else changed meanwhile. */
export function replyEdit(reply: FastifyReply, outcome: EditOutcome): FastifyReply {
  if (!('conflicts' in outcome)) return reply.send(outcome);
  const { conflicts, revision } = outcome;
  const body = problemBody(new Problem('draft-edit-conflict'));
  return reply
    .status(body.status)
    .type('application/problem+json')
    .send({ ...body, conflicts, revision });
}
