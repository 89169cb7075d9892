import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayReadFrameworks } from '../access.ts';
import { mayLookAtDrafts } from '../drafting/access.ts';
import { FrameworkVersions, VersionChanges } from './contract.ts';
import { readChanges, readDraftChanges, readVersions } from './read-versions.ts';

const Code = z.object({ code: z.string() });
const Since = z.object({ since: z.string().optional() });

export function frameworkVersionRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/frameworks/:code/versions',
    {
      config: { access: mayReadFrameworks },
      schema: { params: Code, response: { 200: FrameworkVersions } },
    },
    (request) => readVersions(db, request.actor, request.params.code),
  );
  app.get(
    '/api/frameworks/:code/versions/:version/changes',
    {
      config: { access: mayReadFrameworks },
      schema: {
        params: Code.extend({ version: z.string() }),
        querystring: Since,
        response: { 200: VersionChanges },
      },
    },
    ({ params, query }) => readChanges(db, params.code, params.version, query.since),
  );
  app.get(
    '/api/frameworks/:code/draft/changes',
    {
      config: { access: mayLookAtDrafts },
      schema: { params: Code, querystring: Since, response: { 200: VersionChanges.nullable() } },
    },
    ({ actor, params, query }) => readDraftChanges(db, actor, params.code, query.since),
  );
}
