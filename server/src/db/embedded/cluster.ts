import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  appendFile,
  chmod,
  open,
  readFile,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '#src/errors.ts';
import type { Binaries } from './binaries.ts';
import { superuser, type Layout } from './layout.ts';
import { existsProcess } from './postmaster.ts';
import { serverEnvironment, type ServerUser } from './server-user.ts';
import { includes, settingsText, type Durability } from './settings.ts';
import { startProblem } from './start-problem.ts';

const run = promisify(execFile);

/**
 * Makes PostgreSQL's data folder when there is none. It is made under another name and then renamed:
 * a crash half way leaves nothing that looks finished, and of two makers one wins.
 */
export async function ensureCluster(
  layout: Layout,
  binaries: Binaries,
  user: ServerUser,
  durability: Durability,
): Promise<void> {
  if (existsSync(layout.cluster)) return checkVersion(layout, binaries);
  await removeAbandoned(layout);
  const partial = partialName(layout);
  try {
    await initdb(partial, binaries, user, durability);
    await appendFile(join(partial, 'postgresql.conf'), includes);
    await rename(partial, layout.cluster);
    await syncFolder(layout.folder);
  } catch (fault) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(layout.cluster)) throw startProblem(layout.folder, faultText(fault));
  }
}

/**
 * Collation and case rules come from PostgreSQL itself, so that an index made on one machine is
 * valid on another. Word characters (full-text search, trigrams) come from the system: without
 * C.UTF-8 there, Vietnamese letters would count as separators.
 */
async function initdb(
  cluster: string,
  binaries: Binaries,
  user: ServerUser,
  durability: Durability,
): Promise<void> {
  const options = [
    ...['-D', cluster, '-U', superuser, '-A', 'trust', '-E', 'UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    ...(durability === 'none' ? ['--no-sync'] : []),
  ];
  const setting = { ...user, cwd: '/', env: serverEnvironment };
  try {
    await run(binaries.initdb, [...options, '--lc-ctype=C.UTF-8'], setting);
  } catch (fault) {
    if (!/invalid locale/.test(faultText(fault))) throw fault;
    await run(binaries.initdb, [...options, '--lc-ctype=en_US.UTF-8'], setting);
  }
}

async function checkVersion(layout: Layout, binaries: Binaries): Promise<void> {
  const found = (await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (found === '') throw new Problem('data-folder-not-usable', { what: layout.cluster });
  if (found !== binaries.major) {
    const detail = { what: layout.folder, found, wanted: binaries.major };
    throw new Problem('embedded-database-other-version', detail);
  }
}

async function removeAbandoned(layout: Layout): Promise<void> {
  for (const name of await readdir(layout.folder)) {
    const maker = /^new-(\d+)-/.exec(name)?.[1];
    if (maker && !existsProcess(Number(maker))) {
      await rm(join(layout.folder, name), { recursive: true, force: true });
    }
  }
}

/** Ours are written whole or not at all: PostgreSQL may be reading them. */
export async function writeSettings(layout: Layout, durability: Durability): Promise<void> {
  const partial = partialName(layout);
  try {
    await writeFile(partial, settingsText(layout, durability));
    // Whatever the umask: the file is ours, and PostgreSQL's user reads it.
    await chmod(partial, 0o644);
    await rename(partial, layout.settings);
  } catch (fault) {
    throw startProblem(layout.folder, faultText(fault));
  }
}

/** Bears the number of its maker: who finds it can tell whether that one is still at work. */
function partialName(layout: Layout): string {
  return join(layout.folder, `new-${process.pid}-${randomUUID().slice(0, 8)}`);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

function faultText(fault: unknown): string {
  const { message, stderr } = fault as Error & { stderr?: string };
  return `${message}\n${stderr ?? ''}`;
}
