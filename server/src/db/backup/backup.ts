import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Problem } from '#src/errors.ts';
import type { Database } from '../connect.ts';
import { databaseProblem } from '../database-problem.ts';
import { neutralSession } from './session.ts';
import { emptySeal, writeArchive } from './write-archive.ts';

export interface BackupSummary {
  path: string;
  createdAt: Date;
  tables: number;
  rows: number;
  files: number;
  /** Of the archive. */
  bytes: number;
}

/**
 * Writes the whole database, as one snapshot of it, and the folder of files into one archive. The
 * program may go on working meanwhile. The archive bears its name only when it is complete and on
 * the disk; an older one of that name is replaced then. It is readable by its owner alone.
 *
 * Throws disk-full, file-not-writable, database-unreachable.
 */
export async function backup(
  database: Database,
  filesFolder: string,
  path: string,
): Promise<BackupSummary> {
  const createdAt = new Date();
  const partial = join(dirname(path), `.${randomUUID()}.partial`);
  const client = await database.pool.connect();
  try {
    const seal = emptySeal();
    await client.query('begin isolation level repeatable read read only');
    await client.query(neutralSession);
    await pipeline(
      Readable.from(writeArchive(client, filesFolder, createdAt, seal)),
      createGzip(),
      createWriteStream(partial, { mode: 0o600, flags: 'wx', flush: true }),
    );
    await client.query('commit');
    await rename(partial, path);
    await syncFolder(dirname(path));
    client.release();
    const { size: bytes } = await stat(path);
    const rows = seal.tables.reduce((sum, table) => sum + table.rows, 0);
    return { path, createdAt, tables: seal.tables.length, rows, files: seal.files.count, bytes };
  } catch (fault) {
    client.release(true);
    await rm(partial, { force: true });
    throw backupProblem(fault, path, database.name);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

function backupProblem(fault: unknown, path: string, database: string): unknown {
  const { code, syscall } = fault as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Problem('disk-full', { what: dirname(path) }, { cause: fault });
  }
  if (syscall === 'open' || syscall === 'rename') {
    return new Problem('file-not-writable', { file: path }, { cause: fault });
  }
  return databaseProblem(fault, database) ?? fault;
}
