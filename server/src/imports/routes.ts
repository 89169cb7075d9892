import { Readable } from 'node:stream';
import { z } from 'zod';
import { Problem } from '#src/errors.ts';
import { Paging } from '#src/http/contract.ts';
import type { App, Platform } from '#src/platform.ts';
import type { Actor } from '#src/actors/actor.ts';
import { mayImport, mayReadImports, ownsRun } from './access.ts';
import { confirmImport } from './confirm-import.ts';
import { ImportRowPage, ImportRun, StartImport } from './contract.ts';
import { discardImport } from './discard-import.ts';
import type { Importer } from './importer.ts';
import { importerOf } from './importers.ts';
import { presentRun } from './present-run.ts';
import { findRun, listRuns, type RunRow } from './queries.ts';
import { readRows } from './read-rows.ts';
import { rejectedCsv } from './rejected-csv.ts';
import { startImport } from './start-import.ts';

const RunId = z.object({ id: z.uuid() });
const RowsQuery = Paging.extend({
  change: z.enum(['new', 'changed', 'same', 'removed', 'rejected']).optional(),
  problems: z.stringbool().optional(),
  severity: z.enum(['error', 'warning', 'hold']).optional(),
  held: z.stringbool().optional(),
});
const RECENT_RUNS = 100;

export function importRoutes(app: App, platform: Platform, importers: readonly Importer[]): void {
  const { db } = platform;

  const getRun = async (actor: Actor, id: string): Promise<RunRow> => {
    const run = await findRun(db, id);
    if (!run || !ownsRun(actor, run)) throw new Problem('not-found', { what: id });
    if (!mayOpen(actor, run)) throw new Problem('not-found', { what: id });
    return run;
  };
  /** Some files are for fewer hands: who may not open them does not learn their names either. */
  const mayOpen = (actor: Actor, run: RunRow) =>
    importerOf(importers, run).access?.(actor) !== false;

  app.get(
    '/api/imports',
    { config: { access: mayReadImports }, schema: { response: { 200: z.array(ImportRun) } } },
    async ({ actor }) => {
      const runs = await listRuns(db, { organisationId: actor.organisationId, limit: RECENT_RUNS });
      return runs.filter((run) => mayOpen(actor, run)).map(presentRun);
    },
  );

  app.post(
    '/api/imports',
    {
      config: { access: mayImport },
      schema: { querystring: StartImport, response: { 201: ImportRun } },
    },
    async ({ actor, body, query }, reply) => {
      if (!(body instanceof Readable)) {
        throw new Problem('invalid-request', { what: 'content-type: application/octet-stream' });
      }
      const run = await startImport(platform, importers, actor, query, body, 'queue');
      return reply.status(201).send(presentRun(run));
    },
  );

  app.get(
    '/api/imports/:id',
    { config: { access: mayReadImports }, schema: { params: RunId, response: { 200: ImportRun } } },
    async ({ actor, params }) => presentRun(await getRun(actor, params.id)),
  );

  app.get(
    '/api/imports/:id/rows',
    {
      config: { access: mayReadImports },
      schema: { params: RunId, querystring: RowsQuery, response: { 200: ImportRowPage } },
    },
    async ({ actor, params, query }) => {
      const run = await getRun(actor, params.id);
      const { page, size, ...filter } = query;
      return readRows(db, importerOf(importers, run), run, filter, { page, size });
    },
  );

  app.get(
    '/api/imports/:id/rows.csv',
    { config: { access: mayReadImports }, schema: { params: RunId } },
    async ({ actor, params }, reply) => {
      const run = await getRun(actor, params.id);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="rejected-${run.id.slice(0, 8)}.csv"`)
        .send(Readable.from(rejectedCsv(db, importerOf(importers, run), run)));
    },
  );

  app.post(
    '/api/imports/:id/apply',
    { config: { access: mayImport }, schema: { params: RunId, response: { 202: ImportRun } } },
    async ({ actor, params }, reply) => {
      await getRun(actor, params.id);
      await confirmImport(platform, importers, actor, params.id, 'queue');
      return reply.status(202).send(presentRun(await getRun(actor, params.id)));
    },
  );

  app.post(
    '/api/imports/:id/discard',
    { config: { access: mayImport }, schema: { params: RunId, response: { 200: ImportRun } } },
    async ({ actor, params }) => {
      await getRun(actor, params.id);
      await discardImport(db, actor, params.id);
      return presentRun(await getRun(actor, params.id));
    },
  );
}
