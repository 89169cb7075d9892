import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '#src/errors.ts';
import { ensureDatabase } from './ensure-database.ts';
import { findNative, usableBinaries } from './binaries.ts';
import { ensureCluster, writeSettings } from './cluster.ts';
import { makeSocketFolder, prepareFolders, removeSocketFolder } from './folders.ts';
import { enter, hasKeeper, startKeeper, type Guest } from './guest.ts';
import { databaseName, superuser, type Layout } from './layout.ts';
import { findPostmaster, processesIn, removeStaleLocks, type Postmaster } from './postmaster.ts';
import { serverUser } from './server-user.ts';
import type { Durability } from './settings.ts';
import { startProblem, startProblemFromLogs } from './start-problem.ts';

export interface Embedded {
  /** The folder of the Unix socket. */
  host: string;
  port: number;
  user: string;
  database: string;
  /** Whether this call started PostgreSQL; otherwise it was running for another process already. */
  owned: boolean;
  /** Leaves. PostgreSQL stops with the last process that uses it; then this waits for its end. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  durability?: Durability;
  /** Where root puts a copy of PostgreSQL if it must (see usableBinaries). */
  place?: string;
}

const patience = 60_000;
const step = 10;

/**
 * Opens the PostgreSQL that lives in `folder` (made when it is not there): starts it, or joins the
 * one that another process runs. It lives as long as any process that opened it, and stops by itself
 * when the last one ends in whatever way, kill -9 included. The folder holds nothing else; as root
 * it is given to an unprivileged user.
 *
 * Throws embedded-database-unsupported, -broken, -other-version, -not-started, data-folder-not-usable,
 * disk-full.
 */
export async function openEmbedded(
  folder: string,
  options: EmbeddedOptions = {},
): Promise<Embedded> {
  const { durability = 'full', place = '/var/lib/nhip' } = options;
  const user = serverUser(folder);
  const layout = prepareFolders(folder, user);
  const binaries = usableBinaries(findNative(), user, place);
  await ensureCluster(layout, binaries, user, durability);
  const guest = enter(layout);
  try {
    const owned = await becomeWelcome(layout, guest, async () => {
      await writeSettings(layout, durability);
      makeSocketFolder(layout, user);
      return startKeeper(layout, binaries, user);
    });
    const { socket, port } = await untilReady(layout);
    const address = { host: socket, port, user: superuser, database: databaseName };
    await ensureDatabase(address);
    return { ...address, owned, stop: () => leave(layout, guest) };
  } catch (fault) {
    guest.letGo();
    removeSocketFolder(layout);
    if (fault instanceof Problem) throw fault;
    throw startProblem(layout.folder, String(fault));
  }
}

/** Ends when a keeper knows of us. Whoever finds no keeper starts one; that may happen twice at once. */
async function becomeWelcome(
  layout: Layout,
  guest: Guest,
  start: () => Promise<ChildProcess>,
): Promise<boolean> {
  let keeper: ChildProcess | undefined;
  let failures = 0;
  let end = Date.now() + patience;
  while (!guest.isWelcome()) {
    if (Date.now() > end) throw startProblemFromLogs(layout);
    const failed = keeper && hasEnded(keeper);
    if (failed) keeper = undefined;
    if (failed && !hasKeeper(layout) && ++failures > 2) throw startProblemFromLogs(layout);
    if (!keeper && !hasKeeper(layout)) {
      await endOfPredecessor(layout);
      keeper = await start();
      end = Date.now() + patience;
    }
    await sleep(step);
  }
  return keeper !== undefined && !hasEnded(keeper);
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/**
 * PostgreSQL whose users are gone is stopping, or its keeper was killed and nobody will ever stop it.
 * Sessions can outlive a killed postmaster for a while.
 */
async function endOfPredecessor(layout: Layout): Promise<void> {
  const start = Date.now();
  for (;;) {
    const pids = processesIn(layout.cluster);
    if (pids.length === 0) break;
    const waited = Date.now() - start;
    if (waited > 2 * patience) {
      throw new Problem('data-folder-not-usable', {
        what: `${layout.cluster}, PID ${pids.join()}`,
      });
    }
    const postmaster = findPostmaster(layout.cluster);
    if (waited > patience) pids.forEach((pid) => signal(pid, 'SIGQUIT'));
    else if (waited > 1_000 && postmaster) signal(postmaster.pid, 'SIGINT');
    else if (waited > 5_000) pids.forEach((pid) => signal(pid, 'SIGQUIT'));
    await sleep(waited < 1_000 ? step : 200);
    if (hasKeeper(layout)) return;
  }
  if (process.platform === 'linux' && !hasKeeper(layout))
    removeStaleLocks(layout.cluster, layout.socketLock);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it has just ended
  }
}

/** Recovery after a crash may take minutes, so only the absence of PostgreSQL ends the wait. */
async function untilReady(layout: Layout): Promise<Postmaster> {
  let absent = 0;
  for (;;) {
    const postmaster = findPostmaster(layout.cluster);
    if (postmaster?.status === 'ready') return postmaster;
    if (!postmaster) absent += step;
    if (absent > 3_000) throw startProblemFromLogs(layout);
    await sleep(step);
  }
}

async function leave(layout: Layout, guest: Guest): Promise<void> {
  guest.sayGo();
  let answer = guest.answer();
  for (let waited = 0; !answer && waited < 10_000 && hasKeeper(layout); waited += step) {
    await sleep(step);
    answer = guest.answer();
  }
  guest.letGo();
  if (answer !== 'last') return;
  for (let waited = 0; findPostmaster(layout.cluster) && waited < 2 * patience; waited += step) {
    await sleep(step);
  }
  removeSocketFolder(layout);
}
