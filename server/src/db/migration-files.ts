import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Migration {
  /** The file name without '.sql': 20261201_competency__aliases__add */
  name: string;
  sha256: string;
  sql: string;
}

export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

const pattern = /^\d{8}(_\d\d)?(_[a-z0-9]+)+(__[a-z0-9_]+)+\.sql$/;

/** The migrations of this program, in the order in which they apply. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      if (!pattern.test(file)) throw new Error(`not the name of a migration: ${file}`);
      // A checkout may have changed the line ends; that is no other migration.
      const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
      const sha256 = createHash('sha256').update(sql).digest('hex');
      return { name: file.slice(0, -'.sql'.length), sha256, sql };
    }),
  );
}
