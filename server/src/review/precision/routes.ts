import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayDecide, mayReadQuality } from '../access.ts';
import {
  DrawnSample,
  NewSample,
  PrecisionPeriod,
  PrecisionReport,
  PrecisionSample,
} from './contract.ts';
import { precisionCsv, precisionXlsx } from './precision-export.ts';
import { drawSample, readPrecision, readSample } from './precision.ts';

export function precisionRoutes(app: App, platform: Platform): void {
  const { db } = platform;
  app.get(
    '/api/review/precision',
    {
      config: { access: mayReadQuality },
      schema: {
        querystring: z.object({ per: PrecisionPeriod.default('month') }),
        response: { 200: PrecisionReport },
      },
    },
    ({ query }) => readPrecision(platform, query.per),
  );
  const file = z.object({
    per: PrecisionPeriod.default('month'),
    language: z.enum(['vi', 'en']).default('vi'),
  });
  app.get(
    '/api/review/precision/export.xlsx',
    { config: { access: mayReadQuality }, schema: { querystring: file } },
    async ({ query }, reply) =>
      reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', 'attachment; filename="nhip-precision.xlsx"')
        .send(await precisionXlsx(await readPrecision(platform, query.per), query.language)),
  );
  app.get(
    '/api/review/precision/export.csv',
    { config: { access: mayReadQuality }, schema: { querystring: file } },
    async ({ query }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="nhip-precision.csv"')
        .send(precisionCsv(await readPrecision(platform, query.per), query.language)),
  );
  app.get(
    '/api/review/precision/sample',
    { config: { access: mayDecide }, schema: { response: { 200: PrecisionSample } } },
    () => readSample(db),
  );
  app.post(
    '/api/review/precision/sample',
    {
      config: { access: mayDecide },
      schema: { body: NewSample, response: { 200: DrawnSample } },
    },
    ({ actor, body }) => db.transaction().execute((trx) => drawSample(trx, actor, body)),
  );
}
