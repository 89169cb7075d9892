import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { programVersion } from '#src/version.ts';
import { copyOut } from '../copy.ts';
import { appliedMigrations } from '../migrate.ts';
import { archiveVersion, manifestPath, sealPath, storedFile } from './archive.ts';
import type { Manifest, Seal } from './archive.ts';
import { listSequences, listTables, quoted, type Table } from './catalogue.ts';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';

const partSize = 2 ** 20;

export function emptySeal(): Seal {
  return { tables: [], sequences: [], files: { count: 0, bytes: 0, sha256: '' } };
}

/** The bytes of the tar, asked of one transaction; fills in the seal as it goes. */
export async function* writeArchive(
  client: pg.ClientBase,
  filesFolder: string,
  createdAt: Date,
  seal: Seal,
): AsyncGenerator<Buffer> {
  const json = (path: string, value: unknown) =>
    entry(path, Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`), createdAt);
  const tables = await listTables(client);
  const manifest: Manifest = {
    format: 'nhip-backup',
    formatVersion: archiveVersion,
    programVersion,
    createdAt: createdAt.toISOString(),
    migrations: await appliedMigrations(client),
    tables,
  };
  yield* json(manifestPath, manifest);
  for (const table of tables) yield* rowsOf(client, table, createdAt, seal);
  // Later than the rows: a sequence knows no snapshot and must not fall behind them.
  seal.sequences = await listSequences(client);
  yield* filesIn(filesFolder, seal);
  yield* json(sealPath, seal);
  yield tarEnd;
}

async function* rowsOf(
  client: pg.ClientBase,
  table: Table,
  createdAt: Date,
  seal: Seal,
): AsyncGenerator<Buffer> {
  const columns = table.columns.map(quoted).join(', ');
  const rows = copyOut(client, `copy (select ${columns} from ${quoted(table.name)}) to stdout`);
  const hash = createHash('sha256');
  let parts = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const part = () => {
    const path = `database/${table.name}/${String(++parts).padStart(6, '0')}.copy`;
    const block = entry(path, Buffer.concat(waiting), createdAt);
    waiting = [];
    size = 0;
    return block;
  };
  let next = await rows.next();
  for (; !next.done; next = await rows.next()) {
    hash.update(next.value);
    waiting.push(next.value);
    size += next.value.length;
    if (size >= partSize) yield* part();
  }
  if (size > 0) yield* part();
  seal.tables.push({ name: table.name, rows: next.value, sha256: hash.digest('hex') });
}

async function* filesIn(folder: string, seal: Seal): AsyncGenerator<Buffer> {
  const listing = createHash('sha256');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names.filter((name) => storedFile.test(name)).sort()) {
    const { size, mtime } = await stat(join(folder, name));
    const hash = createHash('sha256');
    yield tarHeader(`files/${name}`, size, mtime);
    let read = 0;
    for await (const chunk of createReadStream(join(folder, name)) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      read += chunk.length;
      yield chunk;
    }
    if (read !== size) throw new Error(`${name} changed while it was read`);
    yield tarPadding(size);
    listing.update(`${name} ${hash.digest('hex')}\n`);
    seal.files.count += 1;
    seal.files.bytes += size;
  }
  seal.files.sha256 = listing.digest('hex');
}

function* entry(path: string, body: Buffer, modifiedAt: Date): Generator<Buffer> {
  yield tarHeader(path, body.length, modifiedAt);
  yield body;
  yield tarPadding(body.length);
}
