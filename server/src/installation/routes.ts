import type { App, Platform } from '#src/platform.ts';

import { mayReadInstallation } from './access.ts';
import { Installation } from './contract.ts';
import { getInstallation } from './queries.ts';

export function installationRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/installation',
    { config: { access: mayReadInstallation }, schema: { response: { 200: Installation } } },
    async () => {
      const { kind, createdAt } = await getInstallation(platform.db);
      return { kind, createdAt: createdAt.toISOString(), version: platform.programVersion };
    },
  );
}
