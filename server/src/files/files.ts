import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '#src/errors.ts';

export interface StoredFile {
  sha256: string;
  sizeBytes: number;
}

/** The content-addressed folder of an installation: `<folder>/ab/abcdef…`. */
export interface Files {
  readonly folder: string;
  /** Stores a stream under its hash; durable when it resolves. Throws file-too-large, disk-full. */
  store(content: Readable | AsyncIterable<Uint8Array>, limitBytes: number): Promise<StoredFile>;
  read(sha256: string): Readable;
  path(sha256: string): string;
}

export function openFiles(folder: string): Files {
  const path = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    folder,
    path,
    read: (sha256) => createReadStream(path(sha256)),
    async store(content, limitBytes) {
      const partial = join(folder, 'partial', randomUUID());
      await mkdir(join(folder, 'partial'), { recursive: true });
      const hash = createHash('sha256');
      let sizeBytes = 0;
      try {
        await pipeline(
          content,
          async function* (chunks: AsyncIterable<Uint8Array>) {
            for await (const chunk of chunks) {
              sizeBytes += chunk.byteLength;
              if (sizeBytes > limitBytes) {
                throw new Problem('file-too-large', {
                  limit: `${Math.floor(limitBytes / 2 ** 20)} MB`,
                });
              }
              hash.update(chunk);
              yield chunk;
            }
          },
          createWriteStream(partial),
        );
        const sha256 = hash.digest('hex');
        const handle = await open(partial, 'r+');
        await handle.sync();
        await handle.close();
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
        await rename(partial, path(sha256));
        return { sha256, sizeBytes };
      } catch (fault) {
        await rm(partial, { force: true });
        if ((fault as NodeJS.ErrnoException).code === 'ENOSPC') {
          throw new Problem('disk-full', { what: folder }, { cause: fault });
        }
        throw fault;
      }
    },
  };
}
