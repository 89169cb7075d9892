import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of real data beside the checkout, for tests and benches that run on it; undefined when
 * it is absent (such a test then skips with one line). In CI its absence is a failure, not a skip.
 */
export function sharedData(): string | undefined {
  const folder =
    process.env.NHIP_SHARED_DATA ??
    join(fileURLToPath(import.meta.url), '../../../../../shared/data');
  if (existsSync(folder)) return folder;
  if (process.env.CI) throw new Error(`the shared data folder is missing: ${folder}`);
  return undefined;
}
