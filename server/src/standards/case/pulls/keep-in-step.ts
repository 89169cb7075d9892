import { Readable } from 'node:stream';
import type { Actor } from '#src/actors/actor.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { Problem } from '#src/errors.ts';
import { findFramework } from '#src/frameworks/version-queries.ts';
import { discardImport } from '#src/imports/discard-import.ts';
import type { Importer } from '#src/imports/importer.ts';
import { findRun } from '#src/imports/queries.ts';
import { confirmAndApply, runImport } from '#src/imports/run-import.ts';
import { unpack } from '#src/imports/unpack.ts';
import { keepDoing } from '#src/jobs/keep-doing.ts';
import { contentHash } from '#src/frameworks/importing/framework-row.ts';
import { canonicalHash } from '#src/measures/canonical-json.ts';
import type { Platform } from '#src/platform.ts';
import { fromCase } from '../from-case.ts';
import { PACKAGE_LIMIT_BYTES } from '../importer.ts';
import { readPackage } from '../read-package.ts';
import { fileNameOf } from './pull.ts';
import { askPackage, bytesOf, packageAddress, type Remote } from './remote.ts';
import { unseal } from './sealed-secret.ts';
import {
  noteOutcome,
  takeDue,
  type Outcome,
  type SubscriptionRow,
} from './subscription-queries.ts';

const A_QUARTER_OF_AN_HOUR = 900;

/** Asks the servers of subscribed frameworks when they are due. Several processes may do so at the same time. */
export function keepInStep(
  platform: Platform,
  importers: readonly Importer[],
  remote: Remote,
  report: (fault: unknown) => void,
  seconds = A_QUARTER_OF_AN_HOUR,
): () => Promise<void> {
  const sweep = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      const due = await takeDue(platform.db);
      if (!due) return;
      await checkSubscription(platform, importers, due, remote).catch(report);
    }
  };
  return keepDoing(sweep, { seconds, report });
}

/**
 * Asks for one package. What has not changed makes no run; what has makes one that waits for a person, or
 * is applied where the subscription says so and the framework is not in use. The outcome is noted.
 */
export async function checkSubscription(
  platform: Platform,
  importers: readonly Importer[],
  subscription: SubscriptionRow,
  remote: Remote,
): Promise<Outcome> {
  let outcome: Outcome;
  try {
    outcome = await check(platform, importers, subscription, remote);
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault;
    outcome = { result: fault.code, detail: plainDetail(fault) };
  }
  await noteOutcome(platform.db, subscription.id, outcome);
  return outcome;
}

async function check(
  platform: Platform,
  importers: readonly Importer[],
  subscription: SubscriptionRow,
  remote: Remote,
): Promise<Outcome> {
  const address = packageAddress(subscription.url);
  const asked = { ...remote, credentials: credentialsOf(subscription, platform.secret) };
  const answer = await askPackage(address, asked, subscription.etag);
  if (!answer) return { result: 'unchanged', detail: {} };
  const etag = typeof answer.headers.etag === 'string' ? answer.headers.etag : null;
  const bytes = await bytesOf(answer);
  const { contentSha256, uuid, code } = contentOf(await textOf(bytes));
  if (contentSha256 === subscription.content_sha256) {
    const known = await findFramework(platform.db, { uuid, code });
    return { result: 'unchanged', detail: {}, etag, frameworkId: known?.id ?? null };
  }

  const actor = await actorFor(platform, subscription);
  await discardWaiting(platform, actor, subscription.import_run_id);
  const request = { kind: 'framework', format: 'case-package' } as const;
  const file = { path: fileNameOf(address), bytes };
  const run = await runImport(platform, importers, actor, { ...request, ...file });
  const seen = { etag, contentSha256, importRunId: run.id };
  const touched = run.counts.new + run.counts.changed + run.counts.removed;
  const framework = await findFramework(platform.db, { uuid, code });
  const detail = { new: run.counts.new, changed: run.counts.changed, removed: run.counts.removed };
  if (touched === 0) {
    await discardWaiting(platform, actor, run.id);
    return { result: 'unchanged', detail: {}, ...seen, frameworkId: framework?.id ?? null };
  }
  if (!subscription.applies_itself || framework?.inUse) {
    return { result: 'run-made', detail, ...seen, frameworkId: framework?.id ?? null };
  }
  await confirmAndApply(platform, importers, actor, run.id);
  const applied = await findFramework(platform.db, { uuid, code });
  return { result: 'applied', detail, ...seen, frameworkId: applied?.id ?? null };
}

/** The hash of what a package says: timestamps and the order of its lists make no difference. */
function contentOf(json: string): { contentSha256: string; uuid: string; code: string } {
  const rows = [...fromCase(readPackage(json))].map(({ row }) => row);
  const about = rows.find((row) => row.type === 'framework')!;
  const hashes = rows.map((row) => contentHash(row)).sort();
  return { contentSha256: canonicalHash(hashes), uuid: about.uuid, code: about.code };
}

/** Unpacked where it is gzipped, and refused for what an import of it would be refused for. */
async function textOf(bytes: Buffer): Promise<string> {
  const parts = await Array.fromAsync(unpack(Readable.from([bytes]), PACKAGE_LIMIT_BYTES));
  return Buffer.concat(parts).toString('utf8');
}

/** For the organisation that keeps the subscription. */
async function actorFor(
  platform: Platform,
  { owner_organisation_id: organisationId }: SubscriptionRow,
): Promise<Actor> {
  const system = await getActor(platform.db, 'system', 'keeping frameworks in step');
  return { ...system, organisationId, organisationIds: [organisationId] };
}

/** A preview that nobody has answered makes way for the newer one. */
async function discardWaiting(
  platform: Platform,
  actor: Actor,
  runId: string | null,
): Promise<void> {
  const run = runId === null ? undefined : await findRun(platform.db, runId);
  if (run?.status === 'previewed') await discardImport(platform.db, actor, run.id);
}

function credentialsOf(
  { token_url: tokenUrl, client_id: clientId, sealed_secret: sealed }: SubscriptionRow,
  installation: string,
): Remote['credentials'] {
  if (tokenUrl === null || clientId === null || sealed === null) return undefined;
  const clientSecret = unseal(sealed, installation);
  if (clientSecret === undefined) {
    throw new Problem('remote-not-authorised', { host: new URL(tokenUrl).host, what: 'secret' });
  }
  return { tokenUrl, clientId, clientSecret };
}

function plainDetail({ detail }: Problem): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(detail).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  );
}
