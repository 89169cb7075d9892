import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { lstatSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies PostgreSQL (60 MB) to `<place>/postgres-<version>`, readable by everybody, and gives that
 * folder back. Done once per version; safe against a crash half way and against a second copier.
 */
export function placeBinaries(native: string, place: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = join(place, `postgres-${version}`);
  if (existsSync(target)) return target;
  if (!existsSync(place)) {
    mkdirSync(place, { recursive: true });
    chmodSync(place, 0o755);
  }
  const partial = `${target}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  for (const part of ['bin', 'lib', 'share']) {
    cpSync(join(native, part), join(partial, part), { recursive: true, verbatimSymlinks: true });
  }
  openToAll(partial);
  try {
    renameSync(partial, target);
  } catch (fault) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(target)) throw fault;
  }
  return target;
}

function openToAll(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  if (!entry.isDirectory()) return chmodSync(path, entry.mode & 0o100 ? 0o755 : 0o644);
  chmodSync(path, 0o755);
  for (const name of readdirSync(path)) openToAll(join(path, name));
}
