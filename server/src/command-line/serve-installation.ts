import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { buildApp } from '#src/app.ts';
import { claimServer } from '#src/db/claim-server.ts';
import { loadDemonstration } from '#src/demonstration/load-demonstration.ts';
import { Problem } from '#src/errors.ts';
import { sweepPartial } from '#src/files/files.ts';
import { faultLine, logOptions } from '#src/http/log.ts';
import { isLoopback } from '#src/http/same-origin.ts';
import { importers } from '#src/importers.ts';
import { openInstallation, type InstallationKind, type Opened } from '#src/installation/open.ts';
import { openJobs } from '#src/jobs/pg-boss.ts';
import type { Config } from '#src/config.ts';
import type { Platform } from '#src/platform.ts';
import { insertDemonstrationAccounts } from '#src/sign-in/demonstration-accounts.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { hasSecretariat, makeSetUpToken } from '#src/sign-in/set-up.ts';
import { programVersion } from '#src/version.ts';
import { buildWebWhenStale } from '#src/web/build.ts';
import type { Command } from './arguments.ts';
import { startBackground } from './background.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

/** Opens an installation in the browser: web and jobs in one process, until a signal says stop. */
export async function serveInstallation(command: Command, kind: InstallationKind): Promise<number> {
  const { language } = command;
  // links in letters and the way back from an identity provider name the port before anybody listens
  const config = { ...command.config, port: command.config.port || (await freePort()) };
  checkReach(config, kind);
  const note = (line: string) => (command.json ? undefined : printLine(line));

  const web = buildWebWhenStale(() => note(say('building', language)));
  web.catch(() => undefined);
  const opened = await openInstallation(config, kind, { create: kind === 'demo' });
  const closing: (() => unknown)[] = [() => opened.close()];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const address = await open(opened, web, config, closing, () =>
      note(say('preparing', language)),
    );
    const shown = (config.publicUrl ?? address).toString().replace(/\/$/, '');
    const setUp = kind === 'main' ? await setUpAddress(opened, shown) : undefined;
    if (command.json) printJson({ ready: { kind, url: shown, ...(setUp && { setUp }) } });
    else printLine(say('ready', language, { kind: say(`kind-${kind}`, language), url: shown }));
    if (setUp) note(say('set-up', language, { url: setUp }));
    await signalled();
    note(say('stopping', language));
    return 0;
  } finally {
    await close();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Everything between an open database and the first request; what must be undone is pushed to `closing`. */
async function open(
  opened: Opened,
  web: Promise<string>,
  config: Config,
  closing: (() => unknown)[],
  onPreparing: () => void,
): Promise<URL> {
  const { database, files, linker, kind } = opened;
  closing.push(
    await claimServer(database.pool, {
      what: opened.name,
      onLost: () => process.kill(process.pid, 'SIGTERM'),
    }),
  );
  await sweepPartial(files.folder);
  const report = (fault: unknown) => process.stderr.write(`${faultLine(fault)}\n`);
  const queue = openJobs(database.pool, report);
  closing.push(() => queue.stop());
  const { db } = database;
  const platform: Platform = {
    db,
    files,
    jobs: queue,
    linker,
    kind,
    programVersion,
    secret: opened.secret,
    letters: kind === 'demo' ? 'shown' : config.postOffice ? 'sent' : 'kept',
  };
  if (kind === 'demo') {
    await loadDemonstration(platform, onPreparing);
    await insertDemonstrationAccounts(db, await getActor(db, 'system', 'demonstration'));
  }

  const app = await buildApp(platform, {
    config,
    webFolder: await web,
    importers,
    logger: logOptions(config.logLevel),
  });
  closing.push(() => app.close());
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES') {
      throw new Problem('port-taken', { port: config.port, other: config.port + 1 });
    }
    throw fault;
  }
  closing.push(...(await startBackground(platform, { queue, config, report })));
  const { port } = app.server.address() as { port: number };
  return new URL(`http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`);
}

/**
 * The demonstration lets anybody in with one click, so it stays on this machine; a real installation
 * that the network reaches has to know the address that browsers use.
 */
function checkReach(config: Config, kind: InstallationKind): void {
  const { host, publicUrl } = config;
  if (kind === 'demo') {
    if (publicUrl) throw new Problem('demonstration-not-public', {});
    if (!isLoopback(host)) throw new Problem('host-not-loopback', { host });
  } else if (!isLoopback(host) && !publicUrl) throw new Problem('public-url-missing', { host });
}

/** While nobody administers the platform, whoever starts it is given the link to become the first. */
async function setUpAddress({ database }: Opened, shown: string): Promise<string | undefined> {
  if (await hasSecretariat(database.db)) return undefined;
  const token = await database.db
    .transaction()
    .execute((trx) => makeSetUpToken(trx, 'secretariat'));
  return `${shown}/set-up#${token}`;
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve());
    }
  });
}
