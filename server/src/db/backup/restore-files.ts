import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface RestoredFiles {
  /** @param name as in `storedFile` */
  store(name: string, body: AsyncIterable<Buffer>): Promise<{ size: number; sha256: string }>;
  /** Takes away what this restore brought, after a failure. */
  remove(): Promise<void>;
}

/** Puts files into their folder, each whole and on the disk under its name. One that is there stays. */
export function restoreFiles(folder: string): RestoredFiles {
  const brought: string[] = [];
  return {
    async store(name, body) {
      const path = join(folder, name);
      const partial = join(folder, 'partial', name.slice(3));
      await mkdir(dirname(path), { recursive: true });
      await mkdir(dirname(partial), { recursive: true });
      const hash = createHash('sha256');
      let size = 0;
      await pipeline(
        body,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            hash.update(chunk);
            size += chunk.length;
            yield chunk;
          }
        },
        createWriteStream(partial, { flush: true }),
      ).catch(async (fault: unknown) => {
        await rm(partial, { force: true });
        throw fault;
      });
      const there = await stat(path).catch(() => undefined);
      if (there) {
        await rm(partial);
      } else {
        await rename(partial, path);
        brought.push(path);
      }
      return { size, sha256: hash.digest('hex') };
    },
    async remove() {
      for (const path of brought) await rm(path, { force: true });
    },
  };
}
