import { createReadStream, type ReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { Problem } from '#src/errors.ts';
import { archiveVersion, Manifest, manifestPath } from './archive.ts';
import { readTar, TarFault, type TarEntry } from './tar.ts';

export interface OpenArchive {
  manifest: Manifest;
  /** What follows the manifest. Throws TarFault when the file is cut short or damaged. */
  entries: AsyncGenerator<TarEntry>;
  close(): void;
}

/** The archive is no valid back-up; the message names the part that shows it. */
export class ArchiveFault extends Error {}

/** Opens a back-up that is whole, and reads what it says of itself. */
export async function openArchive(path: string): Promise<OpenArchive> {
  await access(path, constants.R_OK).catch((fault: unknown) => {
    throw new Problem('file-not-readable', { file: path }, { cause: fault });
  });
  const { entries, close } = read(path);
  try {
    await readThrough(path);
    const first = await entries.next();
    if (first.done || first.value.path !== manifestPath) throw new ArchiveFault(manifestPath);
    return { manifest: parseManifest(await readJson(first.value)), entries, close };
  } catch (fault) {
    close();
    if (!(fault instanceof ArchiveFault || fault instanceof TarFault)) throw fault;
    throw new Problem('archive-invalid', { what: `${path}: ${fault.message}` }, { cause: fault });
  }
}

/** Opens the file when the first entry is asked for. */
function read(path: string): Pick<OpenArchive, 'entries' | 'close'> {
  let file: ReadStream | undefined;
  async function* unzipped(): AsyncGenerator<Buffer> {
    file = createReadStream(path);
    yield* pipeline(file, createGunzip(), () => {}) as AsyncIterable<Buffer>;
  }
  return { entries: readTar(unzipped()), close: () => void file?.destroy() };
}

/** A long restore should not fail at its last byte: gzip's checksum shows most damage beforehand. */
async function readThrough(path: string): Promise<void> {
  const { entries, close } = read(path);
  try {
    for await (const { body } of entries) for await (const _ of body);
  } finally {
    close();
  }
}

/** Said by every archive of ours, whatever else its version adds. */
const Header = z.object({
  format: z.literal('nhip-backup'),
  formatVersion: z.number(),
  programVersion: z.string(),
});

function parseManifest(json: unknown): Manifest {
  const header = Header.safeParse(json);
  if (header.data && header.data.formatVersion > archiveVersion) {
    throw new Problem('archive-newer-than-program', { what: header.data.programVersion });
  }
  const manifest = Manifest.safeParse(json);
  if (!manifest.success) throw new ArchiveFault(manifestPath);
  return manifest.data;
}

export async function readJson(entry: TarEntry): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of entry.body) parts.push(part);
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch (fault) {
    throw new ArchiveFault(entry.path, { cause: fault });
  }
}
