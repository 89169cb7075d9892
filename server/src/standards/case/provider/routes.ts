import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { stateOfCrosswalks } from '#src/crosswalks/accepted.ts';
import type { AccessRule, App, Platform } from '#src/platform.ts';
import type { DefinitionRow } from '#src/frameworks/importing/framework-row.ts';
import { isUuid } from '../lawful.ts';
import type { CaseVersion } from '../wire.ts';
import { writePackage } from '../write-package.ts';
import {
  findPublished,
  readAssociation,
  readDefinitionSet,
  readDocument,
  readDocuments,
  readItem,
  readItemAssociations,
  type Reading,
} from './read-objects.ts';
import { select } from './selection.ts';
import { CaseFault, replyFault } from './status-info.ts';
import { versionSource } from './version-source.ts';

/** To be raised whenever the same rows become other bytes. */
const MAPPING = 2;
const VERSIONS: readonly [string, CaseVersion][] = [
  ['v1p0', '1.0'],
  ['v1p1', '1.1'],
];

/** Published frameworks are public, for every program on every site: nobody who asks is looked up. */
const anyone: AccessRule = () => true;

type Query = Record<string, string | undefined>;
type OfOne = FastifyRequest<{ Params: { sourcedId: string } }>;

/** CASE 1.0 as its description has it; 1.1 has no list of endpoints yet: the same ones, with the bodies of 1.1. */
export function caseRoutes(app: App, platform: Platform, origin: URL): void {
  for (const [path, version] of VERSIONS) {
    void app.register(
      async (served) => {
        served.setErrorHandler(replyFault(version));
        const base = `${origin.origin}/ims/case/${path}`;
        endpoints(served as unknown as App, platform, { version, base });
      },
      { prefix: `/ims/case/${path}` },
    );
  }
}

function endpoints(app: App, { db }: Platform, reading: Reading): void {
  app.get('/CFDocuments', { config: { access: anyone, alike: true } }, async (request, reply) => {
    const query = queryOf(request);
    const selected = select(await readDocuments(db, reading), query, reading.version);
    void reply.header('x-total-count', selected.total);
    void reply.header('link', links(reading, query, selected));
    // the schemas allow no empty list
    if (selected.page.length === 0) throw unknown();
    return send(request, reply, { CFDocuments: selected.page });
  });

  app.get(
    '/CFPackages/:sourcedId',
    { config: { access: anyone, alike: true } },
    async (request, reply) => {
      const uuid = idOf(request as OfOne);
      const published = await findPublished(db, uuid);
      if (!published) throw unknown();
      const state = [MAPPING, reading.version, reading.base, published.creator, published.state];
      if (published.status === 'published') {
        state.push(await stateOfCrosswalks(db, published.frameworkId));
      }
      if (isKnown(request, reply, hashed(state.join(' ')))) return reply.send();
      if (request.method === 'HEAD') return json(reply).send();
      const source = await versionSource(db, published, reading);
      return json(reply).send(Readable.from(writePackage(source, source.writing)));
    },
  );

  const one = (path: string, read: (uuid: string) => Promise<unknown>) =>
    app.get(
      `/${path}/:sourcedId`,
      { config: { access: anyone, alike: true } },
      async (request, reply) => {
        const found = await read(idOf(request as OfOne));
        if (found === undefined) throw unknown();
        return send(request, reply, found);
      },
    );
  one('CFDocuments', (uuid) => readDocument(db, reading, uuid));
  one('CFItems', (uuid) => readItem(db, reading, uuid));
  one('CFAssociations', (uuid) => readAssociation(db, reading, uuid));
  one('CFItemAssociations', (uuid) => readItemAssociations(db, reading, uuid));

  const set = (path: string, kind: DefinitionRow['kind'], isList: boolean) =>
    one(path, async (uuid) => {
      const found = await readDefinitionSet(db, reading, kind, uuid);
      if (found.length === 0) return undefined;
      return isList ? { [path]: found } : found[0];
    });
  set('CFConcepts', 'concept', true);
  set('CFSubjects', 'subject', true);
  set('CFItemTypes', 'item-type', true);
  set('CFLicenses', 'licence', false);
  set('CFAssociationGroupings', 'association-grouping', false);
  set('CFRubrics', 'rubric', false);

  app.options('/*', { config: { access: anyone, alike: true } }, (_request, reply) =>
    open(reply)
      .header('access-control-allow-methods', 'GET, HEAD, OPTIONS')
      .header('access-control-allow-headers', 'Authorization, If-None-Match, Accept')
      .header('access-control-max-age', '86400')
      .status(204)
      .send(),
  );
  app.addHook('onRequest', async (_request, reply) => {
    open(reply);
  });
}

/** Readable from any site: there is nothing here that not everybody may see. */
function open(reply: FastifyReply): FastifyReply {
  return reply
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', 'ETag, Link, X-Total-Count')
    .header('cross-origin-resource-policy', 'cross-origin');
}

function idOf({ params }: OfOne): string {
  const { sourcedId } = params;
  if (!isUuid(sourcedId)) throw new CaseFault(404, 'invalid_uuid', 'Invalid UUID.');
  return sourcedId.toLowerCase();
}

/** A parameter that stands twice says nothing that could be followed. */
function queryOf({ query }: FastifyRequest): Query {
  const given = query as Record<string, unknown>;
  const twice = Object.keys(given).find((name) => typeof given[name] !== 'string');
  if (twice === undefined) return given as Query;
  throw new CaseFault(400, 'invalid_selection_field', `${twice.slice(0, 60)} is given twice.`);
}

function unknown(): CaseFault {
  return new CaseFault(404, 'unknownobject', 'Unknown object.');
}

function send(request: FastifyRequest, reply: FastifyReply, found: unknown): FastifyReply {
  const text = JSON.stringify(found);
  return isKnown(request, reply, hashed(text)) ? reply.send() : json(reply).send(text);
}

function json(reply: FastifyReply): FastifyReply {
  return reply.type('application/json; charset=utf-8');
}

/** Says which state of the answer this is, and whether the client has it already. */
function isKnown(request: FastifyRequest, reply: FastifyReply, hash: string): boolean {
  const etag = `"${hash}"`;
  void reply.header('etag', etag).header('cache-control', 'no-cache');
  const asked = request.headers['if-none-match'];
  if (asked === undefined) return false;
  const known = asked.split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (!known.includes(etag) && !known.includes('*')) return false;
  void reply.status(304);
  return true;
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}

function links(
  { base }: Reading,
  query: Query,
  { total, limit, offset }: { total: number; limit: number; offset: number },
): string {
  const at = (start: number) => {
    const asked = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
    const parameters = new URLSearchParams({
      ...Object.fromEntries(asked),
      ...{ limit: String(limit), offset: String(start) },
    });
    return `${base}/CFDocuments?${parameters.toString()}`;
  };
  const last = total === 0 ? 0 : Math.floor((total - 1) / limit) * limit;
  const pages: [string, number][] = [
    ['first', 0],
    ...(offset > 0 ? [['prev', Math.max(0, offset - limit)] as [string, number]] : []),
    ...(offset + limit < total ? [['next', offset + limit] as [string, number]] : []),
    ['last', last],
  ];
  return pages.map(([rel, start]) => `<${at(start)}>; rel="${rel}"`).join(', ');
}
