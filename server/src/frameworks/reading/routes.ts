import { z } from 'zod';
import { Language } from '#src/languages/contract.ts';
import { packedJson } from '#src/http/packed-json.ts';
import { finishedJson } from '#src/http/finished-json.ts';
import type { App, Platform } from '#src/platform.ts';
import { mayReadFrameworks } from '../access.ts';
import { FrameworkDetail, FrameworkEntry, ItemDetail, RoleDetail } from './contract.ts';
import { rolesCsv, rolesXlsx } from './export-roles.ts';
import { getReadableVersion } from './find-version.ts';
import { frameworksState, getFramework, listFrameworkEntries } from './list-frameworks.ts';
import { readDocument } from './read-document.ts';
import { findItemPlace, getItem } from './read-item.ts';
import { getRole } from './read-role.ts';
import { readTree } from './version-tree.ts';

const Code = z.object({ code: z.string().max(200) });
const Version = z.object({ version: z.string().max(200).optional() });
/** `framework/role`, as the address of the page has it. */
const RolePlace = z
  .string()
  .max(700)
  .regex(/^[^/]+\/.+$/);
const TwoRoles = z.object({ a: RolePlace, b: RolePlace, language: Language.default('vi') });
const JSON_TYPE = 'application/json; charset=utf-8';
const TREES = 24;
const DOCUMENTS = 4;

/** What everybody may read of frameworks: published versions and those that they superseded. */
export function readingRoutes(app: App, { db, kind }: Platform): void {
  const access = mayReadFrameworks;
  const finished = finishedJson(1);
  const packed = packedJson(TREES);
  const documents = packedJson(DOCUMENTS);

  app.get(
    '/api/frameworks',
    { config: { access }, schema: { response: { 200: z.array(FrameworkEntry) } } },
    async (_request, reply) => {
      const state = await frameworksState(db);
      const text = await finished.get('frameworks', state, () => listFrameworkEntries(db));
      // finished text passes the serialiser by
      return reply.type(JSON_TYPE).send(text as unknown as FrameworkEntry[]);
    },
  );

  app.get(
    '/api/frameworks/:code',
    {
      config: { access },
      schema: { params: Code, querystring: Version, response: { 200: FrameworkDetail } },
    },
    ({ params, query }) => getFramework(db, params.code, query.version),
  );

  app.get(
    '/api/frameworks/:code/tree',
    {
      config: { access },
      schema: {
        params: Code,
        querystring: Version.extend({
          of: z.enum(['items', 'roles']).default('items'),
          language: z.enum(['vi', 'en']).default('vi'),
        }),
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const version = await getReadableVersion(db, params.code, query.version);
      const name = `${version.versionId} ${query.of} ${query.language}`;
      await packed(request, reply, name, 'published for good', () =>
        readTree(db, version, query.of, query.language),
      );
      return reply;
    },
  );

  app.get(
    '/api/frameworks/:code/document',
    {
      config: { access },
      schema: {
        params: Code,
        querystring: Version.extend({ under: z.string().max(500).optional() }),
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const version = await getReadableVersion(db, params.code, query.version);
      const name = `${version.versionId} ${query.under ?? ''}`;
      await documents(request, reply, name, 'published for good', () =>
        readDocument(db, version, query.under),
      );
      return reply;
    },
  );

  app.get(
    '/api/frameworks/:code/items/:item',
    {
      config: { access },
      schema: {
        params: Code.extend({ item: z.string().max(500) }),
        querystring: Version,
        response: { 200: ItemDetail },
      },
    },
    ({ params, query }) => getItem(db, params.code, params.item, query.version),
  );

  app.get(
    '/api/frameworks/:code/roles/:role',
    {
      config: { access },
      schema: {
        params: Code.extend({ role: z.string().max(500) }),
        querystring: Version,
        response: { 200: RoleDetail },
      },
    },
    ({ params, query }) => getRole(db, params.code, params.role, query.version),
  );

  const roleAt = (place: string) => {
    const at = place.indexOf('/');
    return getRole(db, place.slice(0, at), place.slice(at + 1), undefined);
  };
  const compared = async ({ a, b, language }: z.infer<typeof TwoRoles>) => ({
    ...{ from: await roleAt(a), to: await roleAt(b), language, kind },
  });
  const named = (ending: string) => `attachment; filename="nhip-roles-compared.${ending}"`;
  app.get(
    '/api/roles/compare.xlsx',
    { config: { access }, schema: { querystring: TwoRoles } },
    async ({ query }, reply) =>
      reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', named('xlsx'))
        .send(await rolesXlsx(await compared(query))),
  );
  app.get(
    '/api/roles/compare.csv',
    { config: { access }, schema: { querystring: TwoRoles } },
    async ({ query }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', named('csv'))
        .send(rolesCsv(await compared(query))),
  );

  app.get(
    '/api/items/:uuid',
    {
      config: { access },
      schema: { params: z.object({ uuid: z.uuid() }), response: { 200: ItemDetail } },
    },
    async ({ params }) => {
      const { framework, version, code } = await findItemPlace(db, params.uuid);
      return getItem(db, framework, code, version);
    },
  );
}
