import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayReadFrameworks } from './access.ts';
import { CompetencyDetail, CompetencyArea } from './contract.ts';
import { levelRoutes } from './levels/routes.ts';
import { lexiconRoutes } from './lexicon/routes.ts';
import { readingRoutes } from './reading/routes.ts';
import { templateRoutes } from './template/routes.ts';
import { getCompetency, listAreas } from './tree.ts';

export function frameworkRoutes(app: App, platform: Platform): void {
  readingRoutes(app, platform);
  templateRoutes(app, platform);
  levelRoutes(app, platform);
  lexiconRoutes(app, platform);
  app.get(
    '/api/competencies',
    {
      config: { access: mayReadFrameworks },
      schema: { response: { 200: z.array(CompetencyArea) } },
    },
    () => listAreas(platform.db),
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
