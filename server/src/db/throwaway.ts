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
  const above = await mkdtemp(join(tmpdir(), 'nhip-'));
  await chmod(above, 0o711);
  return {
    folder: join(above, 'database'),
    // The last processes of a stopping PostgreSQL may still write to its log.
    remove: () => rm(above, { recursive: true, force: true, maxRetries: 20 }),
  };
}
