import { createHash } from 'node:crypto';
import type pg from 'pg';
import { copyIn } from '../copy.ts';
import { Seal, sealPath, storedFile } from './archive.ts';
import { quoted } from './catalogue.ts';
import type { Found } from './find-difference.ts';
import { ArchiveFault, readJson, type OpenArchive } from './open-archive.ts';
import type { RestoredFiles } from './restore-files.ts';
import type { TarEntry } from './tar.ts';

/** Brings rows and files in, counting and hashing them; `seal` is what the archive says they should be. */
export async function loadArchive(
  client: pg.ClientBase,
  { manifest, entries }: OpenArchive,
  files: RestoredFiles,
): Promise<{ found: Found; seal: Seal }> {
  const found: Found = { tables: [], files: { count: 0, bytes: 0, sha256: '' } };
  const listing = createHash('sha256');
  let seal: Seal | undefined;
  let entry = await next();

  async function next(): Promise<TarEntry | undefined> {
    const { done, value } = await entries.next();
    return done ? undefined : value;
  }

  /** The parts of one table follow each other, and are one COPY. */
  async function* partsOf(table: string): AsyncGenerator<Buffer> {
    for (; entry && tableOf(entry.path) === table; entry = await next()) yield* entry.body;
  }

  async function loadTable(name: string): Promise<void> {
    const table = manifest.tables.find((known) => known.name === name);
    if (!table) throw new ArchiveFault(`database/${name}`);
    const hash = createHash('sha256');
    const columns = table.columns.map(quoted).join(', ');
    const sql = `copy ${quoted(name)} (${columns}) from stdin`;
    const rows = await copyIn(client, sql, through(partsOf(name), hash));
    found.tables.push({ name, rows, sha256: hash.digest('hex') });
  }

  while (entry) {
    const { path } = entry;
    const table = tableOf(path);
    if (table) {
      await loadTable(table);
      continue;
    }
    const name = /^files\/(.+)$/.exec(path)?.[1];
    if (name && storedFile.test(name)) {
      const { size, sha256 } = await files.store(name, entry.body);
      listing.update(`${name} ${sha256}\n`);
      found.files.count += 1;
      found.files.bytes += size;
    } else if (path === sealPath) {
      const parsed = Seal.safeParse(await readJson(entry));
      if (!parsed.success) throw new ArchiveFault(sealPath);
      seal = parsed.data;
    } else {
      throw new ArchiveFault(path);
    }
    entry = await next();
  }
  if (!seal) throw new ArchiveFault(sealPath);
  found.files.sha256 = listing.digest('hex');
  return { found, seal };
}

function tableOf(path: string): string | undefined {
  return /^database\/([^/]+)\/\d+\.copy$/.exec(path)?.[1];
}

async function* through(
  chunks: AsyncIterable<Buffer>,
  hash: { update(chunk: Buffer): unknown },
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
