import { z } from 'zod';
import { inScope } from '#src/db/scope.ts';
import type { App, Platform } from '#src/platform.ts';
import { scopeOf } from '#src/actors/actor.ts';
import { mayReadProfiles } from './access.ts';
import { PersonProfile, ProfileQuery } from './contract.ts';
import { readProfile } from './read-profile.ts';

export function profileRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/people/:id/profile',
    {
      config: { access: mayReadProfiles },
      schema: {
        params: z.object({ id: z.coerce.number().int() }),
        querystring: ProfileQuery,
        response: { 200: PersonProfile },
      },
    },
    ({ actor, params, query }) =>
      inScope(db, scopeOf(actor), (trx) =>
        readProfile(trx, actor, {
          personId: params.id,
          purpose: query.purpose,
          kinds: query.kinds?.split(',').filter((kind) => kind !== '') ?? [],
        }),
      ),
  );
}
