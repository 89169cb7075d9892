import type { App, Platform } from '#src/platform.ts';
import { consentRoutes } from './consent-routes.ts';
import { correctionRoutes } from './correction-routes.ts';
import type { Doors } from './doors.ts';
import { mergeRoutes } from './merge-routes.ts';
import { myDataRoutes } from './my-data-routes.ts';
import { profileRoutes } from './profile-routes.ts';
import { retentionRoutes } from './retention-routes.ts';

export function peopleRoutes(app: App, platform: Platform, doors: Doors): void {
  myDataRoutes(app, platform, doors);
  consentRoutes(app, platform);
  correctionRoutes(app, platform, doors);
  mergeRoutes(app, platform, doors);
  profileRoutes(app, platform);
  retentionRoutes(app, platform);
}
