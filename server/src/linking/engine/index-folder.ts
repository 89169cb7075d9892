import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** Of the frameworks in use, of the ones before, and of a few that somebody asked for by name. */
const MOST_KEPT = 6;
const NAME = /^[0-9a-f]{64}\.index$/;
const PARTIAL = /^[0-9a-f]{64}\.index\.\d+\.partial$/;
const ABANDONED_MS = 3_600_000;

export function indexPath(folder: string, key: string): string {
  return join(folder, `${key}.index`);
}

/** Whether the file is there; then it counts as used now. */
export async function touchIndex(path: string, now = new Date()): Promise<boolean> {
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}

/** Removes the indexes that were not used for longest, and what a killed process left half-written. */
export async function sweepIndexes(folder: string, now = Date.now()): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => {
      const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: now }));
      return { name, mtimeMs };
    }),
  );
  const kept = files.filter(({ name }) => NAME.test(name)).sort((a, b) => b.mtimeMs - a.mtimeMs);
  const abandoned = files.filter(
    ({ name, mtimeMs }) => PARTIAL.test(name) && now - mtimeMs > ABANDONED_MS,
  );
  for (const { name } of [...kept.slice(MOST_KEPT), ...abandoned]) {
    await rm(join(folder, name), { force: true });
  }
}
