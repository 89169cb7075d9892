import { statfsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Throwaway {
  /** Not made yet. */
  folder: string;
  remove(): Promise<void>;
}

/** A place for an embedded database that is thrown away; PostgreSQL's user can pass even when we are root. */
export async function throwawayFolder(): Promise<Throwaway> {
  const above = await mkdtemp(join(place(), 'nhip-'));
  await chmod(above, 0o711);
  return {
    folder: join(above, 'database'),
    // The last processes of a stopping PostgreSQL may still write to its log.
    remove: () => rm(above, { recursive: true, force: true, maxRetries: 20 }),
  };
}

/** In memory where there is plenty: making a database is ten times as fast there as on a disk. */
function place(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > 2 * 2 ** 30) return '/dev/shm';
  } catch {
    // not a Linux
  }
  return tmpdir();
}
