import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Actor } from '#src/actors/actor.ts';
import { Problem } from '#src/errors.ts';
import { Language } from '#src/languages/contract.ts';
import type { App, Platform } from '#src/platform.ts';
import { mayEditCrosswalks, mayReadCrosswalks } from './access.ts';
import { openPair } from './compared-frameworks.ts';
import { CrosswalkReport, PairOfFrameworks } from './contract.ts';
import { crosswalkCsv, crosswalkXlsx } from './exporting/export-rows.ts';
import { readReport } from './report/read-report.ts';
import { reportCsv, reportXlsx } from './report/report-sheets.ts';

const Export = PairOfFrameworks.extend({
  language: Language.default('vi'),
  /** proposals and rejected ones too; for those who decide */
  all: z.stringbool().default(false),
});

/** The report and the tables that can be taken away: public, as far as the frameworks are. */
export function fileRoutes(app: App, platform: Platform): void {
  const { db, kind } = platform;
  const access = mayReadCrosswalks;
  app.get(
    '/api/crosswalks/report',
    {
      config: { access },
      schema: { querystring: PairOfFrameworks, response: { 200: CrosswalkReport } },
    },
    async ({ actor, query }) => readReport(db, await openPair(db, actor, query)),
  );
  app.get(
    '/api/crosswalks/report.xlsx',
    { config: { access }, schema: { querystring: Export } },
    async ({ actor, query }, reply) => {
      const report = await readReport(db, await openPair(db, actor, query));
      return asXlsx(reply, 'nhip-crosswalk-report').send(
        await reportXlsx(report, query.language, kind),
      );
    },
  );
  app.get(
    '/api/crosswalks/report.csv',
    { config: { access }, schema: { querystring: Export } },
    async ({ actor, query }, reply) => {
      const report = await readReport(db, await openPair(db, actor, query));
      return asCsv(reply, 'nhip-crosswalk-report').send(reportCsv(report, query.language, kind));
    },
  );
  app.get(
    '/api/crosswalks/export.xlsx',
    { config: { access }, schema: { querystring: Export } },
    async ({ actor, query }, reply) => {
      const pair = await openPair(db, actor, query);
      const options = { ...query, acceptedOnly: !wantsAll(actor, query.all), kind };
      return asXlsx(reply, 'nhip-crosswalk').send(await crosswalkXlsx(db, pair, options));
    },
  );
  app.get(
    '/api/crosswalks/export.csv',
    { config: { access }, schema: { querystring: Export } },
    async ({ actor, query }, reply) => {
      const pair = await openPair(db, actor, query);
      const options = { ...query, acceptedOnly: !wantsAll(actor, query.all), kind };
      return asCsv(reply, 'nhip-crosswalk').send(await crosswalkCsv(db, pair, options));
    },
  );
}

function wantsAll(actor: Actor, all: boolean): boolean {
  if (all && !mayEditCrosswalks(actor)) throw new Problem('not-allowed', { what: 'all=true' });
  return all;
}

function asXlsx(reply: FastifyReply, name: string): FastifyReply {
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${name}.xlsx"`);
}

function asCsv(reply: FastifyReply, name: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`);
}
