import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '#src/config.ts';
import { analyzeFilled } from '#src/db/analyze-filled.ts';
import { connect, type Database, type Target } from '#src/db/connect.ts';
import { migrate } from '#src/db/migrate.ts';
import { Problem } from '#src/errors.ts';
import { openFiles, type Files } from '#src/files/files.ts';
import { prepareQueue } from '#src/jobs/pg-boss.ts';
import { openLinker, type Linker } from '#src/linking/engine/linker.ts';
import { installationSecret } from '#src/sign-in/secret.ts';
import { initialise } from './initialise.ts';
import { findInstallation } from './queries.ts';

export type InstallationKind = 'demo' | 'main';

export interface Opened {
  kind: InstallationKind;
  database: Database;
  files: Files;
  secret: string;
  linker: Linker;
  /** Whether this call made the installation. */
  created: boolean;
  /** Names the installation in messages. */
  name: string;
  close(): Promise<void>;
}

/** The demonstration always lives in the embedded database; a real installation where DATABASE_URL says. */
export function targetOf(config: Config, kind: InstallationKind): Target {
  if (kind === 'main' && config.databaseUrl !== undefined) {
    return { kind: 'server', url: config.databaseUrl, ownerUrl: config.databaseOwnerUrl };
  }
  return { kind: 'embedded', folder: join(config.home, kind, 'postgres') };
}

export function filesFolderOf(config: Config, kind: InstallationKind): string {
  return join(config.home, kind, 'files');
}

/**
 * Opens an installation with its schema brought up to date; `create` makes it when it is not there.
 * The program works on it as the application, which cannot alter the schema; only a back-up, which
 * reads everything, asks to stay its owner.
 *
 * Throws not-initialised, wrong-installation, and whatever opening the database throws.
 */
export async function openInstallation(
  config: Config,
  kind: InstallationKind,
  { create, as = 'application' }: { create: boolean; as?: 'application' | 'owner' },
): Promise<Opened> {
  const target = targetOf(config, kind);
  const name = join(config.home, kind);
  if (!create && target.kind === 'embedded' && !existsSync(target.folder)) {
    throw new Problem('not-initialised', { home: name });
  }
  await makeFilesFolder(filesFolderOf(config, kind));
  const owner = await connect(target);
  try {
    if (!create) await requireInstallation(owner, kind);
    await migrate(owner.pool);
    await prepareQueue(owner.pool);
    const { created } = create ? await initialise(owner.db, kind) : { created: false };
    // the first questions do not wait a minute until autovacuum has seen the tables
    if (created) await analyzeFilled(owner.pool);
    await requireInstallation(owner, kind);
    const database = as === 'owner' ? owner : await owner.asApplication();
    const files = openFiles(filesFolderOf(config, kind));
    const secret = await installationSecret(config.secret, join(config.home, kind, 'secret'));
    const folder = join(config.home, kind, 'linking');
    const linker = openLinker({ folder, threads: config.linkingThreads });
    const close = async () => {
      await linker.close();
      await database.close();
    };
    return { kind, database, files, linker, secret, created, name, close };
  } catch (fault) {
    await owner.close();
    throw fault;
  }
}

async function requireInstallation(database: Database, kind: InstallationKind): Promise<void> {
  const { rows } = await database.pool.query(
    `select to_regclass('installation') is not null as there`,
  );
  const found = rows[0].there ? await findInstallation(database.db) : undefined;
  if (!found) throw new Problem('not-initialised', { home: database.name });
  if (found.kind !== kind) {
    throw new Problem('wrong-installation', { found: found.kind, wanted: kind });
  }
}

/**
 * The folder of files is its owner's alone; those above it stay open to be walked through, since the
 * embedded database beside it may run as another user.
 */
export async function makeFilesFolder(folder: string): Promise<void> {
  try {
    await mkdir(dirname(folder), { recursive: true, mode: 0o755 });
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOSPC') {
      throw new Problem('disk-full', { what: folder }, { cause: fault });
    }
    throw new Problem('data-folder-not-usable', { what: folder }, { cause: fault });
  }
}
