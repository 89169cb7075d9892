import type pg from 'pg';
import { Problem } from '#src/errors.ts';
import { lockNamespace, locks } from '../advisory-locks.ts';
import { analyzeFilled } from '../analyze-filled.ts';
import type { Database } from '../connect.ts';
import { databaseProblem } from '../database-problem.ts';
import { apply } from '../migrate.ts';
import { isBare } from './catalogue.ts';
import { createSchema } from './create-schema.ts';
import { findDifference } from './find-difference.ts';
import { loadArchive } from './load-archive.ts';
import { ArchiveFault, openArchive, type OpenArchive } from './open-archive.ts';
import { restoreFiles, type RestoredFiles } from './restore-files.ts';
import { neutralSession } from './session.ts';
import { TarFault } from './tar.ts';
import { setSequences, withoutConstraints } from './without-constraints.ts';

export interface RestoreSummary {
  createdAt: Date;
  /** Of the program that wrote the archive. */
  programVersion: string;
  tables: number;
  rows: number;
  files: number;
  /** The migrations that the archive did not have yet. */
  migrated: string[];
}

/**
 * Fills a bare database (one that was never migrated) and the folder of files from an archive, then
 * migrates it to this program's state. All of it is one transaction, which commits only when every
 * count and hash agrees with the archive's seal; after a failure the database is as bare as before.
 *
 * Throws restore-target-not-empty, archive-invalid, archive-newer-than-program, migration-changed,
 * file-not-readable, disk-full, database-unreachable.
 */
export async function restore(
  path: string,
  database: Database,
  filesFolder: string,
): Promise<RestoreSummary> {
  const archive = await openArchive(path);
  const files = restoreFiles(filesFolder);
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(neutralSession);
    await client.query('select pg_advisory_xact_lock($1, $2)', [lockNamespace, locks.migration]);
    if (!(await isBare(client))) {
      throw new Problem('restore-target-not-empty', { what: database.name });
    }
    const summary = await fill(client, archive, files);
    await client.query('commit');
    await analyzeFilled(client);
    client.release();
    return summary;
  } catch (fault) {
    client.release(true);
    await files.remove();
    throw restoreProblem(fault, path, database.name);
  } finally {
    archive.close();
  }
}

async function fill(
  client: pg.ClientBase,
  archive: OpenArchive,
  files: RestoredFiles,
): Promise<RestoreSummary> {
  const { manifest } = archive;
  const later = await createSchema(client, manifest.migrations);
  const { found, seal } = await withoutConstraints(client, () =>
    loadArchive(client, archive, files),
  );
  const difference = findDifference(manifest, seal, found);
  if (difference) throw new ArchiveFault(difference);
  await setSequences(client, seal.sequences);
  for (const migration of later) await apply(client, migration);
  return {
    createdAt: new Date(manifest.createdAt),
    programVersion: manifest.programVersion,
    tables: manifest.tables.length,
    rows: seal.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: seal.files.count,
    migrated: later.map(({ name }) => name),
  };
}

/** SQLSTATEs that rows of a wrong archive cause: a value, a constraint, a name. */
const rowsAtFault = /^(22|23|42)/;

function restoreProblem(fault: unknown, path: string, database: string): unknown {
  const { code, table } = fault as { code?: string; table?: string };
  const invalid = (what: string) =>
    new Problem('archive-invalid', { what: `${path}: ${what}` }, { cause: fault });
  if (fault instanceof ArchiveFault || fault instanceof TarFault) return invalid(fault.message);
  if (rowsAtFault.test(code ?? '')) return invalid(`database/${table ?? ''}`);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Problem('disk-full', { what: database }, { cause: fault });
  }
  return databaseProblem(fault, database) ?? fault;
}
