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
