import { z } from 'zod';
import { Problem } from '#src/errors.ts';
import type { App, Platform } from '#src/platform.ts';
import { mayEditCrosswalks, mayReadCrosswalks } from './access.ts';
import { acceptBulk, previewBulk } from './bulk-accept.ts';
import { openOne, openPair } from './compared-frameworks.ts';
import {
  BulkAccept,
  BulkAccepted,
  BulkPreview,
  CrosswalkDecided,
  CrosswalkItems,
  CrosswalkLink,
  CrosswalkOverview,
  CrosswalkPair,
  CrosswalkPairs,
  CrosswalkUndone,
  EndKind,
  NewCrosswalkDecision,
  NewCrosswalkProposal,
  NewProposalRun,
  PairOfFrameworks,
  ProposalRun,
} from './contract.ts';
import { decideCrosswalk, proposeCrosswalk } from './decide.ts';
import { fileRoutes } from './file-routes.ts';
import { listItems } from './item-queries.ts';
import { findRun } from './seek-queries.ts';
import { startSeeking } from './seek-crosswalks.ts';
import { readOverview } from './overview.ts';
import { listPairs } from './pair-queries.ts';
import { presentPair } from './pairs.ts';
import { crosswalksOfUuid } from './read-crosswalks.ts';
import { presentItems } from './tree-order.ts';
import { undoDecisions } from './undo.ts';

const Above = PairOfFrameworks.extend({ above: z.coerce.number().min(0).max(1) });

export function crosswalkRoutes(app: App, platform: Platform): void {
  const { db } = platform;
  const [reads, edits] = [mayReadCrosswalks, mayEditCrosswalks];
  app.get(
    '/api/crosswalks',
    { config: { access: reads }, schema: { response: { 200: CrosswalkOverview } } },
    ({ actor }) => readOverview(db, actor),
  );
  app.get(
    '/api/crosswalks/of/:uuid',
    {
      config: { access: reads },
      schema: {
        params: z.object({ uuid: z.guid() }),
        response: { 200: z.array(CrosswalkLink) },
      },
    },
    async ({ params }) => {
      const links = await crosswalksOfUuid(db, params.uuid);
      if (!links) throw new Problem('not-found', { what: params.uuid });
      return links;
    },
  );
  app.get(
    '/api/crosswalks/items',
    {
      config: { access: edits },
      schema: {
        querystring: z.object({
          framework: z.string().max(60),
          kind: EndKind.default('competency'),
        }),
        response: { 200: CrosswalkItems },
      },
    },
    async ({ actor, query }) => {
      const { code, title, version, versionId } = await openOne(db, actor, query.framework);
      const items = presentItems(await listItems(db, query.kind, versionId));
      return { framework: { code, title, version }, items };
    },
  );
  app.get(
    '/api/crosswalks/pairs',
    {
      config: { access: edits },
      schema: { querystring: PairOfFrameworks, response: { 200: CrosswalkPairs } },
    },
    async ({ actor, query }) => ({
      pairs: (await listPairs(db, await openPair(db, actor, query))).map(presentPair),
    }),
  );
  app.post(
    '/api/crosswalks/decisions',
    {
      config: { access: edits },
      schema: { body: NewCrosswalkDecision, response: { 200: CrosswalkDecided } },
    },
    ({ actor, body }) => db.transaction().execute((trx) => decideCrosswalk(trx, actor, body)),
  );
  app.post(
    '/api/crosswalks/decisions/:batch/undo',
    {
      config: { access: edits },
      schema: { params: z.object({ batch: z.guid() }), response: { 200: CrosswalkUndone } },
    },
    ({ actor, params }) =>
      db.transaction().execute((trx) => undoDecisions(trx, actor, params.batch)),
  );
  app.post(
    '/api/crosswalks/proposals',
    {
      config: { access: edits },
      schema: { body: NewCrosswalkProposal, response: { 200: CrosswalkPair } },
    },
    ({ actor, body }) => db.transaction().execute((trx) => proposeCrosswalk(trx, actor, body)),
  );
  app.get(
    '/api/crosswalks/bulk',
    {
      config: { access: edits },
      schema: { querystring: Above, response: { 200: BulkPreview } },
    },
    async ({ actor, query }) => previewBulk(db, await openPair(db, actor, query), query.above),
  );
  app.post(
    '/api/crosswalks/bulk',
    {
      config: { access: edits },
      schema: { body: BulkAccept, response: { 200: BulkAccepted } },
    },
    async ({ actor, body }) => {
      const pair = await openPair(db, actor, body);
      return db.transaction().execute((trx) => acceptBulk(trx, actor, pair, body));
    },
  );
  app.post(
    '/api/crosswalks/runs',
    {
      config: { access: edits },
      schema: { body: NewProposalRun, response: { 200: ProposalRun } },
    },
    async ({ actor, body }) =>
      startSeeking(platform, actor, await openPair(db, actor, body), body.method),
  );
  app.get(
    '/api/crosswalks/runs/:id',
    {
      config: { access: edits },
      schema: {
        params: z.object({ id: z.coerce.number().int().positive() }),
        response: { 200: ProposalRun },
      },
    },
    async ({ actor, params }) => {
      const run = await findRun(db, params.id);
      if (!run) throw new Problem('not-found', { what: `#${params.id}` });
      await openPair(db, actor, run);
      return run;
    },
  );
  fileRoutes(app, platform);
}
