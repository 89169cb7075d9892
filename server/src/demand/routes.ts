import { z } from 'zod';
import { Paging } from '#src/http/contract.ts';
import { finishedJson } from '#src/http/finished-json.ts';
import { inputState } from '#src/measures/input-revision.ts';
import type { App, Platform } from '#src/platform.ts';
import { mayAdmit, mayReadDemand } from './access.ts';
import { admit } from './admit.ts';
import { getAdvertisement, readAdvertisements } from './advertisements.ts';
import {
  Admission,
  AdvertisementDetail,
  AdvertisementPage,
  AdvertisementStatus,
  DemandTable,
  ProvinceDemand,
} from './contract.ts';
import { demandCsv, demandXlsx } from './demand-export.ts';
import { demandTable } from './demand-table.ts';
import { demandByProvince } from './statistics-queries.ts';

const Filter = z.object({
  region: z.string().max(40).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
const toFilter = ({ region, from, to }: z.infer<typeof Filter>) => ({
  regionCode: region,
  from,
  to,
});
const Export = Filter.extend({ language: z.enum(['vi', 'en']).default('vi') });

/** Tables by region and period that are kept while the data stand still. */
const FINISHED = 100;

export function demandRoutes(app: App, platform: Platform): void {
  const { db } = platform;
  const access = mayReadDemand;
  const finished = finishedJson(FINISHED);
  app.get(
    '/api/demand',
    { config: { access }, schema: { querystring: Filter, response: { 200: DemandTable } } },
    async ({ query }, reply) => {
      const text = await finished.get(JSON.stringify(query), await inputState(db), () =>
        demandTable(db, toFilter(query)),
      );
      // finished text passes the serialiser by
      return reply.type('application/json; charset=utf-8').send(text as unknown as DemandTable);
    },
  );
  app.get(
    '/api/demand/provinces',
    { config: { access }, schema: { response: { 200: z.array(ProvinceDemand) } } },
    () => demandByProvince(db),
  );
  app.get(
    '/api/demand/export.xlsx',
    { config: { access }, schema: { querystring: Export } },
    async (request, reply) => {
      const { language } = request.query;
      const table = await demandTable(db, toFilter(request.query));
      const file = await demandXlsx(table, language, platform.kind);
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', 'attachment; filename="nhip-demand.xlsx"')
        .send(file);
    },
  );
  app.get(
    '/api/demand/export.csv',
    { config: { access }, schema: { querystring: Export } },
    async (request, reply) => {
      const table = await demandTable(db, toFilter(request.query));
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="nhip-demand.csv"')
        .send(demandCsv(table, request.query.language, platform.kind));
    },
  );
  app.get(
    '/api/advertisements',
    {
      config: { access },
      schema: {
        querystring: Paging.extend({
          q: z.string().max(200).optional(),
          competency: z.string().max(80).optional(),
          region: z.string().max(40).optional(),
          status: AdvertisementStatus.optional(),
        }),
        response: { 200: AdvertisementPage },
      },
    },
    (request) => readAdvertisements(db, request.query),
  );
  app.get(
    '/api/advertisements/:id',
    {
      config: { access },
      schema: {
        params: z.object({ id: z.coerce.number().int().positive() }),
        response: { 200: AdvertisementDetail },
      },
    },
    (request) => getAdvertisement(db, request.params.id),
  );
  app.post(
    '/api/advertisements/admissions',
    {
      config: { access: mayAdmit },
      schema: {
        body: Admission,
        response: { 200: z.object({ changed: z.array(z.number().int()) }) },
      },
    },
    async (request) => ({
      changed: await db.transaction().execute((trx) => admit(trx, request.actor, request.body)),
    }),
  );
}
