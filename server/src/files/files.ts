import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
  /** Stores a stream under its hash; durable when it resolves. Throws file-too-large, disk-full, data-folder-not-usable. */
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
      try {
        await mkdir(join(folder, 'partial'), { recursive: true });
        const stored = await write(content, partial, limitBytes);
        await keep(partial, path(stored.sha256));
        return stored;
      } catch (fault) {
        await rm(partial, { force: true }).catch(() => undefined);
        throw fileProblem(fault, folder) ?? fault;
      }
    },
  };
}

async function write(
  content: Readable | AsyncIterable<Uint8Array>,
  file: string,
  limitBytes: number,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  await pipeline(
    content,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        sizeBytes += chunk.byteLength;
        if (sizeBytes > limitBytes) {
          throw new Problem('file-too-large', { limit: `${Math.floor(limitBytes / 2 ** 20)} MB` });
        }
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(file),
  );
  return { sha256: hash.digest('hex'), sizeBytes };
}

/** Moves a written file to its place so that neither its bytes nor its name are lost with the power. */
async function keep(partial: string, place: string): Promise<void> {
  await synced(partial, 'r+');
  const made = await mkdir(dirname(place), { recursive: true });
  await rename(partial, place);
  await synced(dirname(place), 'r');
  if (made !== undefined) await synced(dirname(made), 'r');
}

async function synced(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function fileProblem(fault: unknown, folder: string): Problem | undefined {
  const { code } = fault as NodeJS.ErrnoException;
  const cause = { cause: fault };
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Problem('disk-full', { what: folder }, cause);
  if (code !== undefined && ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return new Problem('data-folder-not-usable', { what: folder }, cause);
  }
  return undefined;
}

const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** Removes uploads that a killed process left half-written a day or more ago. */
export async function sweepPartial(folder: string, now = Date.now()): Promise<number> {
  const partial = join(folder, 'partial');
  let swept = 0;
  for (const name of await readdir(partial).catch(() => [])) {
    const { mtimeMs } = await stat(join(partial, name)).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs < ABANDONED_MS) continue;
    await rm(join(partial, name), { force: true });
    swept++;
  }
  return swept;
}
