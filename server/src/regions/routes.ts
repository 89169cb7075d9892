import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayReadRegions } from './access.ts';
import { Region } from './contract.ts';
import { listRegions } from './queries.ts';

export function regionRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/regions',
    { config: { access: mayReadRegions }, schema: { response: { 200: z.array(Region) } } },
    () => listRegions(platform.db),
  );
}
