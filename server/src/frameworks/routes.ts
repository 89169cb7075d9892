import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayReadFrameworks } from './access.ts';
import { CompetencyDetail, FrameworkTree } from './contract.ts';
import { getCompetency, listFrameworks } from './tree.ts';

export function frameworkRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/frameworks',
    {
      config: { access: mayReadFrameworks },
      schema: { response: { 200: z.array(FrameworkTree) } },
    },
    () => listFrameworks(platform.db),
  );
  app.get(
    '/api/competencies/:code',
    {
      config: { access: mayReadFrameworks },
      schema: { params: z.object({ code: z.string() }), response: { 200: CompetencyDetail } },
    },
    (request) => getCompetency(platform.db, request.params.code),
  );
}
