import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { readdirSync, realpathSync, rmdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Problem } from '#src/errors.ts';
import { layoutOf, type Layout } from './layout.ts';
import { serverEnvironment, type ServerUser } from './server-user.ts';

/** Makes the folders of an embedded database as the user that PostgreSQL runs as, and proves that they work. */
export function prepareFolders(folder: string, user: ServerUser): Layout {
  try {
    makeFolder(resolve(folder), user);
  } catch (fault) {
    throw folderProblem(folder, fault);
  }
  const runtimeFolder = process.getuid?.() === 0 && existsSync('/run') ? '/run' : '/tmp';
  const layout = layoutOf(realpathSync(folder), runtimeFolder);
  makeParts(layout, user);
  return layout;
}

/** Changing the owner of a folder that holds anything else could lock people out of their own files. */
const ours = /^(cluster|new-\d+-\w+|guests|log|socket|(settings|local)\.conf|lost\+found)$/;

function makeFolder(folder: string, user: ServerUser): void {
  if (!existsSync(folder)) {
    makeWay(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  }
  const foreign = readdirSync(folder).find((name) => !ours.test(name));
  if (foreign) throw new Error(`${foreign} lies in it already`);
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}

/**
 * Makes a folder and those above it that are missing, whatever the umask: as root so that PostgreSQL's
 * user can pass but not look around, else for their owner alone.
 */
export function makeWay(folder: string): void {
  if (existsSync(folder)) return;
  makeWay(dirname(folder));
  mkdirSync(folder);
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

const script = `
umask 077
cd "$1" && mkdir -p "$2" log && { [ -p "$3" ] || mkfifo "$3" || [ -p "$3" ]; }
`;

function makeParts(layout: Layout, user: ServerUser): void {
  const run = spawnSync(
    '/bin/sh',
    ['-c', script, 'nhip', layout.folder, layout.guests, layout.door],
    { ...user, cwd: '/', env: serverEnvironment, encoding: 'utf8' },
  );
  const error = run.error as NodeJS.ErrnoException | undefined;
  if (error?.code === 'EPERM') {
    throw new Problem('embedded-database-unsupported', { what: 'setuid' }, { cause: error });
  }
  if (run.status !== 0) throw folderProblem(layout.folder, error ?? new Error(run.stderr));
}

/** In a folder open to all, somebody else may have taken the name; we share it with nobody. */
export function makeSocketFolder(layout: Layout, user: ServerUser): void {
  try {
    mkdirSync(layout.socket, { mode: 0o700, recursive: true });
    const entry = lstatSync(layout.socket);
    const owners = [process.getuid?.(), user.uid];
    if (!entry.isDirectory() || (entry.mode & 0o077) !== 0 || !owners.includes(entry.uid)) {
      throw new Error('it belongs to somebody else');
    }
    if (user.uid !== undefined && user.gid !== undefined) {
      chownSync(layout.socket, user.uid, user.gid);
    }
  } catch (fault) {
    throw folderProblem(layout.socket, fault);
  }
}

/** One outside the database's own folder must not stay behind; one that is in use is not empty. */
export function removeSocketFolder(layout: Layout): void {
  if (dirname(layout.socket) === layout.folder) return;
  try {
    rmdirSync(layout.socket);
  } catch {
    // another process has opened the database again, or nobody has made it
  }
}

function folderProblem(folder: string, fault: unknown): Problem {
  const full = /ENOSPC|No space left|EDQUOT|quota/.test((fault as Error).message);
  return new Problem(
    full ? 'disk-full' : 'data-folder-not-usable',
    { what: folder },
    { cause: fault },
  );
}
