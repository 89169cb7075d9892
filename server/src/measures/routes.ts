import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayReadMeasures } from './access.ts';
import { Measure } from './contract.ts';
import { getMeasure } from './measures.ts';

export function measureRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/measures/:id',
    {
      config: { access: mayReadMeasures },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: Measure } },
    },
    async (request) => getMeasure(platform.db, request.params.id),
  );
}
