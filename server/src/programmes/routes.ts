import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayReadProgrammes } from './access.ts';
import { ProgrammeDetail, ProgrammeList } from './contract.ts';
import { getProgramme, listProgrammes } from './programme-detail.ts';

export function programmeRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/programmes',
    { config: { access: mayReadProgrammes }, schema: { response: { 200: ProgrammeList } } },
    () => listProgrammes(platform.db),
  );
  app.get(
    '/api/programmes/:id',
    {
      config: { access: mayReadProgrammes },
      schema: {
        params: z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }),
        querystring: z.object({
          version: z.coerce.number().int().positive().max(2_147_483_647).optional(),
        }),
        response: { 200: ProgrammeDetail },
      },
    },
    (request) => getProgramme(platform.db, request.params.id, request.query.version),
  );
}
