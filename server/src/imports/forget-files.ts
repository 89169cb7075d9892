import { rm, stat } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Platform } from '#src/platform.ts';
import type { Importer } from './importer.ts';

/** An upload of the same bytes may have been stored a moment ago and not be written down yet. */
const YOUNGEST_MILLISECONDS = 10 * 60_000;

/**
 * Files about people have served when their run has ended: their bytes go from the folder, and so from
 * every later back-up. That they were imported, and their hash, stay.
 */
export async function forgetFiles(
  { db, files }: Pick<Platform, 'db' | 'files'>,
  importers: readonly Importer[],
  now = Date.now(),
): Promise<void> {
  const kinds = importers.filter(({ personal }) => personal).map(({ kind }) => kind);
  const { rows } = await sql<{ sha256: string }>`
    select distinct r.file_sha256 as sha256 from import_run r
     where r.kind = any (${kinds}::text[]) and r.updated_at > now() - interval '90 days'
       and not exists (select from import_run other where other.file_sha256 = r.file_sha256
         and (other.kind <> all (${kinds}::text[])
           or other.status in ('staging', 'previewed', 'applying')))`.execute(db);
  for (const { sha256 } of rows) {
    const stored = await stat(files.path(sha256)).catch(() => undefined);
    if (!stored || now - stored.mtimeMs < YOUNGEST_MILLISECONDS) continue;
    await rm(files.path(sha256), { force: true });
  }
}
