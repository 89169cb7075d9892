import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayReadGap } from './access.ts';
import { CoverageReport, Overview } from './contract.ts';
import { coverageReport } from './coverage-report.ts';
import { coverageCsv, coverageXlsx } from './coverage-sheets.ts';
import { finishedJson } from '#src/http/finished-json.ts';
import { overview } from './overview.ts';
import { readPulse } from './queries.ts';

const ProgrammeId = z.coerce.number().int().positive().max(2_147_483_647);
const ExportQuery = z.object({
  programme: ProgrammeId,
  language: z.enum(['vi', 'en']).default('vi'),
});
const JSON_TYPE = 'application/json; charset=utf-8';
const FINISHED = 200;

export function gapRoutes(app: App, platform: Platform): void {
  const { db } = platform;
  const access = mayReadGap;
  const finished = finishedJson(FINISHED);

  app.get(
    '/api/overview',
    {
      config: { access },
      schema: {
        querystring: z.object({ programme: ProgrammeId.optional() }),
        response: { 200: Overview },
      },
    },
    async ({ actor, query: { programme } }, reply) => {
      const { revisions, importsWaiting } = await readPulse(db);
      const text = await finished.get(
        `overview ${programme ?? ''}`,
        `${revisions} ${importsWaiting}`,
        () => overview(platform, actor, programme, importsWaiting),
      );
      // finished text passes the serialiser by
      return reply.type(JSON_TYPE).send(text as unknown as Overview);
    },
  );

  app.get(
    '/api/coverage',
    {
      config: { access },
      schema: {
        querystring: z.object({ programme: ProgrammeId }),
        response: { 200: CoverageReport },
      },
    },
    async ({ actor, query: { programme } }, reply) => {
      const { revisions } = await readPulse(db);
      const text = await finished.get(`coverage ${programme}`, revisions, () =>
        coverageReport(platform, actor, programme),
      );
      return reply.type(JSON_TYPE).send(text as unknown as CoverageReport);
    },
  );

  app.get(
    '/api/coverage/export.xlsx',
    { config: { access }, schema: { querystring: ExportQuery } },
    async ({ actor, query: { programme, language } }, reply) => {
      const report = await coverageReport(platform, actor, programme);
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', attachment(report, 'xlsx'))
        .send(await coverageXlsx(report, language));
    },
  );

  app.get(
    '/api/coverage/export.csv',
    { config: { access }, schema: { querystring: ExportQuery } },
    async ({ actor, query: { programme, language } }, reply) => {
      const report = await coverageReport(platform, actor, programme);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', attachment(report, 'csv'))
        .send(coverageCsv(report, language));
    },
  );
}

function attachment({ programme }: CoverageReport, extension: string): string {
  const code = programme.code.replace(/[^\w.-]+/g, '-');
  return `attachment; filename="nhip-coverage-${code}.${extension}"`;
}
