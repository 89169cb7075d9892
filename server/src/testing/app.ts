import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext } from 'node:test';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp, type AppOptions } from '#src/app.ts';
import { openFiles } from '#src/files/files.ts';
import { importers } from '#src/importers.ts';
import { importJobs } from '#src/imports/resume-imports.ts';
import { openJobs } from '#src/jobs/pg-boss.ts';
import type { App, Platform } from '#src/platform.ts';
import type { Actor } from '#src/sign-in/actor.ts';
import { getActor } from '#src/sign-in/find-actor.ts';
import { initialisedDatabase, type TestDatabase } from './database.ts';

export interface TestPlatform {
  platform: Platform;
  database: TestDatabase;
  administrator: Actor;
  commandLine: Actor;
  system: Actor;
  /** Takes jobs from now on; until then they wait in the queue. */
  startJobs(): Promise<void>;
}

/**
 * An installation of this test alone, as `nhip init` makes it, with a folder for its files; both are
 * gone at the end of the test, or of the file when no test is given.
 */
export async function testPlatform(
  t?: TestContext,
  { kind = 'main' }: { kind?: Platform['kind'] } = {},
): Promise<TestPlatform> {
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  // hooks run in the order in which they are added: this one before the database's own
  if (t) t.after(close);
  else after(close);

  const folder = await mkdtemp(join(tmpdir(), 'nhip-files-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const database = await initialisedDatabase(t);
  const { db } = database;
  if (kind === 'demo') await db.updateTable('installation').set({ kind }).execute();
  const queue = openJobs(database.pool, () => undefined);
  closing.push(() => queue.stop());
  const files = openFiles(folder);
  const platform: Platform = { db, files, jobs: queue, kind, programVersion: 'test' };
  return {
    platform,
    database,
    administrator: await getActor(db, 'local-administrator', 'a test'),
    commandLine: await getActor(db, 'command-line', 'a test'),
    system: await getActor(db, 'system', 'a test'),
    startJobs: () => queue.work(importJobs(platform, importers)),
  };
}

export interface TestApp extends TestPlatform {
  app: App;
  /** Asks as a browser on this machine does. */
  inject(options: InjectOptions | string): Promise<LightMyRequestResponse>;
  /** The body of a GET that has to succeed. */
  get<Body>(url: string): Promise<Body>;
  /** Sends JSON; whatever comes back. */
  post(url: string, body?: object): Promise<LightMyRequestResponse>;
}

export const TEST_HOST = '127.0.0.1:5757';

/** The whole app on such an installation, without a socket. */
export async function testApp(
  t?: TestContext,
  {
    kind,
    publicUrl,
    ...options
  }: { kind?: Platform['kind']; publicUrl?: URL } & Partial<AppOptions> = {},
): Promise<TestApp> {
  const whole = await testPlatform(t, { kind });
  const app = await buildApp(whole.platform, { config: { publicUrl }, importers, ...options });
  const inject = (request: InjectOptions | string) => {
    const asked = typeof request === 'string' ? { url: request } : request;
    return app.inject({ ...asked, headers: { host: TEST_HOST, ...asked.headers } });
  };
  return {
    ...whole,
    app,
    inject,
    async get<Body>(url: string) {
      const reply = await inject(url);
      if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.statusCode} ${reply.body}`);
      return reply.json<Body>();
    },
    post: (url, body) =>
      inject({
        method: 'POST',
        url,
        headers: { origin: `http://${TEST_HOST}`, 'sec-fetch-site': 'same-origin' },
        ...(body && { payload: body }),
      }),
  };
}
