import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayPublishReference, mayReadReference } from './access.ts';
import {
  CrosswalksBrought,
  EquatingsBrought,
  ReferencePublished,
  ReferenceStanding,
  WaitingEquatings,
} from './contract.ts';
import { bringCrosswalks, bringEquatings, publishReference } from './publish-reference.ts';
import { readReference } from './read-reference.ts';
import { readStanding, readWaitingEquatings } from './read-standing.ts';

/** What comes with the program, and bringing it into the installation. */
export function referenceRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/reference',
    {
      config: { access: mayPublishReference },
      schema: { response: { 200: ReferenceStanding } },
    },
    async ({ actor }) => readStanding(db, actor, await readReference()),
  );
  app.post(
    '/api/reference/publish',
    {
      config: { access: mayPublishReference },
      schema: { response: { 200: ReferencePublished } },
    },
    async ({ actor }) => {
      const reference = await readReference();
      await db.transaction().execute((trx) => publishReference(trx, actor, reference));
      return { version: reference.framework.version };
    },
  );
  app.post(
    '/api/reference/crosswalks/:framework',
    {
      config: { access: mayPublishReference },
      schema: {
        params: z.object({ framework: z.string() }),
        response: { 200: CrosswalksBrought },
      },
    },
    async ({ actor, params }) => {
      const reference = await readReference();
      return db
        .transaction()
        .execute((trx) => bringCrosswalks(trx, actor, reference, params.framework));
    },
  );
  app.get(
    '/api/reference/equatings/waiting',
    {
      config: { access: mayReadReference },
      schema: { response: { 200: WaitingEquatings } },
    },
    async () => readWaitingEquatings(db, await readReference()),
  );
  app.post(
    '/api/reference/equatings/:scale',
    {
      config: { access: mayPublishReference },
      schema: {
        params: z.object({ scale: z.string().max(200) }),
        response: { 200: EquatingsBrought },
      },
    },
    async ({ actor, params }) => {
      const reference = await readReference();
      return db.transaction().execute((trx) => bringEquatings(trx, actor, reference, params.scale));
    },
  );
}
