import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext } from 'node:test';
import { buildApp, type AppOptions } from '#src/app.ts';
import { openFiles } from '#src/files/files.ts';
import { logOptions } from '#src/http/log.ts';
import { importers } from '#src/importers.ts';
import { importJobs } from '#src/imports/resume-imports.ts';
import { openLinker } from '#src/linking/engine/linker.ts';
import { openJobs } from '#src/jobs/pg-boss.ts';
import type { App, Platform } from '#src/platform.ts';
import type { Actor } from '#src/actors/actor.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { browserOf, signedIn, type Browser } from './people.ts';
import { initialisedDatabase, type TestDatabase } from './database.ts';

export interface TestPlatform {
  platform: Platform;
  database: TestDatabase;
  /** Administers the organisation that owns the platform, and has signed in. */
  administrator: Actor;
  /** The Cookie header of the administrator's browser. */
  cookie: string;
  commandLine: Actor;
  system: Actor;
  /** Takes jobs from now on; until then they wait in the queue. */
  startJobs(): Promise<void>;
}

/** `linkingThreads`: 0, the usual one here, links by the dictionary alone. */
export type PlatformOptions = Partial<Pick<Platform, 'kind' | 'letters'>> & {
  linkingThreads?: number;
};

/**
 * An installation of this test alone, as `nhip init` makes it, with a folder for its files; both are
 * gone at the end of the test, or of the file when no test is given.
 */
export async function testPlatform(
  t?: TestContext,
  {
    kind = 'main',
    letters = kind === 'demo' ? 'shown' : 'sent',
    linkingThreads = 0,
  }: PlatformOptions = {},
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
  const files = openFiles(join(folder, 'files'));
  const linker = openLinker({ folder: join(folder, 'linking'), threads: linkingThreads });
  closing.push(() => linker.close());
  const platform: Platform = {
    db,
    files,
    jobs: queue,
    linker,
    kind,
    programVersion: 'test',
    letters,
    secret: 'a secret that only the tests know, long enough',
  };
  const person = await signedIn(platform, { roles: ['administrator', 'secretariat'] });
  return {
    platform,
    database,
    administrator: person.actor,
    cookie: person.cookie,
    commandLine: await getActor(db, 'command-line', 'a test'),
    system: await getActor(db, 'system', 'a test'),
    startJobs: () => queue.work(importJobs(platform, importers, () => undefined)),
  };
}

export interface TestApp extends TestPlatform, Browser {
  app: App;
}

/** The whole app on such an installation, without a socket; the administrator is at the browser. */
export async function testApp(
  t?: TestContext,
  {
    kind,
    letters,
    linkingThreads,
    config,
    ...options
  }: PlatformOptions & {
    config?: Partial<AppOptions['config']>;
  } & Partial<Omit<AppOptions, 'config'>> = {},
): Promise<TestApp> {
  const whole = await testPlatform(t, { kind, letters, linkingThreads });
  const app = await buildApp(whole.platform, {
    config: {
      port: 5757,
      publicUrl: undefined,
      trustProxy: undefined,
      identityProvider: undefined,
      ...config,
    },
    importers,
    logger: runLog(),
    ...options,
  });
  return { ...whole, app, ...browserOf(app, whole.cookie) };
}

/** A run of all tests collects what the server logs (testing/run.ts), to see that it names nobody. */
function runLog(): object | false {
  const folder = process.env.NHIP_TEST_LOGS;
  if (folder === undefined) return false;
  const file = join(folder, `${process.pid}.log`);
  return logOptions('info', { write: (line) => appendFileSync(file, line) });
}
