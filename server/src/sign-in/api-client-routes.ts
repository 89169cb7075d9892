import { z } from 'zod';
import { Problem } from '#src/errors.ts';
import type { App, Platform } from '#src/platform.ts';
import { anyone, mayManageApiClients } from './access.ts';
import { API_SCOPES, type ApiScope } from '#src/actors/actor.ts';
import { insertApiClient, issueToken, revokeApiClient, TOKEN_SECONDS } from './api-clients.ts';
import { listApiClients } from './api-client-queries.ts';
import { countAttempt } from './attempts.ts';
import { ApiClient, Done, NewApiClient, NewKey } from './contract.ts';
import { findClientOfKey } from './request-actor.ts';
import type { SignIn } from './sign-in.ts';

const ClientId = z.object({ id: z.uuid() });

export function apiClientRoutes(app: App, platform: Platform, signIn: SignIn): void {
  const { db } = platform;
  app.get(
    '/api/api-clients',
    { config: { access: mayManageApiClients }, schema: { response: { 200: z.array(ApiClient) } } },
    ({ actor }) => listApiClients(db, actor.organisationIds),
  );
  app.post(
    '/api/api-clients',
    {
      config: { access: mayManageApiClients },
      schema: { body: NewApiClient, response: { 201: NewKey } },
    },
    async ({ actor, body }, reply) => {
      const { id, accountId } = await db
        .transaction()
        .execute((trx) => insertApiClient(trx, actor, body));
      const { key } = await signIn.authentication.api.createApiKey({
        body: { userId: accountId, name: body.name.slice(0, 32) },
      });
      return reply.status(201).send({ id, key });
    },
  );
  app.delete(
    '/api/api-clients/:id',
    {
      config: { access: mayManageApiClients },
      schema: { params: ClientId, response: { 200: Done } },
    },
    async ({ actor, params }) => {
      await db.transaction().execute((trx) => revokeApiClient(trx, actor, params.id));
      return { done: true as const };
    },
  );
  tokenRoute(app, platform, signIn);
}

/** RFC 6749 speaks forms, and has its own shape of errors. */
function tokenRoute(app: App, { db, secret }: Platform, signIn: SignIn): void {
  app.post(
    '/oauth2/token',
    { config: { access: anyone }, schema: {} },
    async ({ body, headers, ip }, reply) => {
      void reply.header('cache-control', 'no-store');
      const form = new URLSearchParams(typeof body === 'string' ? body : '');
      const refuse = (error: string, status: number) => {
        if (status === 401) void reply.header('www-authenticate', 'Basic realm="nhip"');
        return reply.status(status).send({ error });
      };
      if (form.get('grant_type') !== 'client_credentials') {
        return refuse(form.has('grant_type') ? 'unsupported_grant_type' : 'invalid_request', 400);
      }
      const given = credentialsOf(headers.authorization, form);
      if (!given) return refuse('invalid_client', 401);
      const limit = { most: 60, seconds: 60 };
      const attempt = { kind: '/oauth2/token', subject: `${given.id} ${ip}` };
      const tooMany = await countAttempt(db, secret, attempt, limit).then(() => false, isTooMany);
      if (tooMany) return refuse('temporarily_unavailable', 429);
      const client = await findClientOfKey(db, signIn, given.key);
      if (client?.id !== given.id) return refuse('invalid_client', 401);
      const wanted = form.get('scope')?.split(' ').filter(Boolean) ?? client.scopes;
      const scopes = wanted.filter((scope): scope is ApiScope => isScope(scope, client.scopes));
      if (scopes.length === 0 || scopes.length < wanted.length) return refuse('invalid_scope', 400);
      const token = await db.transaction().execute((trx) => issueToken(trx, client, scopes));
      return reply.send({
        access_token: token,
        token_type: 'Bearer',
        expires_in: TOKEN_SECONDS,
        scope: scopes.join(' '),
      });
    },
  );
}

function isTooMany(fault: unknown): true {
  if (fault instanceof Problem && fault.code === 'too-many-attempts') return true;
  throw fault;
}

function isScope(scope: string, held: readonly ApiScope[]): scope is ApiScope {
  return API_SCOPES.some((known) => known === scope) && held.some((own) => own === scope);
}

function credentialsOf(
  authorization: string | undefined,
  form: URLSearchParams,
): { id: string; key: string } | undefined {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (basic !== undefined) {
    const [id, key] = Buffer.from(basic, 'base64').toString().split(':').map(unescaped);
    return id && key ? { id, key } : undefined;
  }
  const id = form.get('client_id');
  const key = form.get('client_secret');
  return id && key ? { id, key } : undefined;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
