import { z } from 'zod';
import { actsFor, type Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import { Problem } from '#src/errors.ts';
import { mayImportFrameworks } from '#src/frameworks/access.ts';
import { ImportRun } from '#src/imports/contract.ts';
import type { Importer } from '#src/imports/importer.ts';
import { presentRun } from '#src/imports/present-run.ts';
import type { App, Platform } from '#src/platform.ts';
import {
  NewSubscription,
  PullRequest,
  RemoteDocuments,
  Subscription,
  SubscriptionChange,
} from './contract.ts';
import { checkSubscription } from './keep-in-step.ts';
import { pullFramework } from './pull.ts';
import { listAddress, listDocuments, packageAddress, type Remote } from './remote.ts';
import { seal } from './sealed-secret.ts';
import {
  deleteSubscription,
  findSubscription,
  insertSubscription,
  listSubscriptions,
  updateSubscription,
  type SealedCredentials,
  type SubscriptionRow,
} from './subscription-queries.ts';
import { presentSubscription } from './subscription-sentence.ts';

const SubscriptionId = z.object({ id: z.coerce.number().int().positive() });

export function pullRoutes(
  app: App,
  platform: Platform,
  importers: readonly Importer[],
  remote: Remote,
): void {
  const { db, secret } = platform;
  const present = async (actor: Actor, id: number) =>
    presentSubscription((await listSubscriptions(db, actor.organisationId, id))[0]!);

  app.post(
    '/api/frameworks/pulls',
    {
      config: { access: mayImportFrameworks },
      schema: { body: PullRequest, response: { 201: ImportRun } },
    },
    async ({ actor, body }, reply) => {
      const run = await pullFramework(platform, importers, actor, body, remote);
      return reply.status(201).send(presentRun(run));
    },
  );

  app.post(
    '/api/frameworks/pulls/documents',
    {
      config: { access: mayImportFrameworks },
      schema: { body: PullRequest, response: { 200: RemoteDocuments } },
    },
    ({ body }) => listDocuments(listAddress(body.url, body.version), remote),
  );

  app.get(
    '/api/frameworks/subscriptions',
    {
      config: { access: mayImportFrameworks },
      schema: { response: { 200: z.array(Subscription) } },
    },
    async ({ actor }) =>
      (await listSubscriptions(db, actor.organisationId)).map(presentSubscription),
  );

  app.post(
    '/api/frameworks/subscriptions',
    {
      config: { access: mayImportFrameworks },
      schema: { body: NewSubscription, response: { 201: Subscription } },
    },
    async ({ actor, body }, reply) => {
      const row = await db.transaction().execute(async (trx) => {
        const added = await insertSubscription(trx, {
          ...{ organisationId: actor.organisationId, actorId: actor.id },
          ...{ url: packageAddress(body.url), everyHours: body.everyHours },
          appliesItself: body.appliesItself,
          ...sealed(body.credentials, secret),
        });
        if (!added) throw new Problem('subscription-exists', { url: body.url });
        await recordIt(trx, actor, 'framework-subscription-added', added);
        return added;
      });
      return reply.status(201).send(await present(actor, row.id));
    },
  );

  app.put(
    '/api/frameworks/subscriptions/:id',
    {
      config: { access: mayImportFrameworks },
      schema: { params: SubscriptionId, body: SubscriptionChange, response: { 200: Subscription } },
    },
    async ({ actor, params, body }) => {
      const row = await owned(platform, actor, params.id);
      await db.transaction().execute(async (trx) => {
        const { credentials } = body;
        const kept = credentials === undefined ? undefined : sealed(credentials, secret);
        await updateSubscription(trx, row.id, body, kept);
        await recordIt(trx, actor, 'framework-subscription-changed', row);
      });
      return present(actor, row.id);
    },
  );

  app.delete(
    '/api/frameworks/subscriptions/:id',
    { config: { access: mayImportFrameworks }, schema: { params: SubscriptionId } },
    async ({ actor, params }, reply) => {
      const row = await owned(platform, actor, params.id);
      await db.transaction().execute(async (trx) => {
        await deleteSubscription(trx, row.id);
        await recordIt(trx, actor, 'framework-subscription-removed', row);
      });
      return reply.status(204).send();
    },
  );

  app.post(
    '/api/frameworks/subscriptions/:id/check',
    {
      config: { access: mayImportFrameworks },
      schema: { params: SubscriptionId, response: { 200: Subscription } },
    },
    async ({ actor, params }) => {
      const row = await owned(platform, actor, params.id);
      await checkSubscription(platform, importers, row, remote);
      return present(actor, row.id);
    },
  );
}

function sealed(
  credentials: NewSubscription['credentials'],
  installation: string,
): SealedCredentials {
  return {
    tokenUrl: credentials?.tokenUrl ?? null,
    clientId: credentials?.clientId ?? null,
    sealedSecret: credentials ? seal(credentials.clientSecret, installation) : null,
  };
}

async function owned({ db }: Platform, actor: Actor, id: number): Promise<SubscriptionRow> {
  const row = await findSubscription(db, id);
  if (!row || !actsFor(actor, row.owner_organisation_id)) {
    throw new Problem('not-found', { what: String(id) });
  }
  return row;
}

async function recordIt(
  trx: Parameters<typeof record>[0],
  actor: Actor,
  action: string,
  row: SubscriptionRow,
): Promise<void> {
  await record(trx, actor, {
    action,
    subjectKind: 'framework-subscription',
    subjectId: row.id,
    detail: { url: row.url, everyHours: row.every_hours, appliesItself: row.applies_itself },
  });
}
