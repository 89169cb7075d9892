import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { listColumns } from './columns.ts';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';
import { throwawayFolder } from './throwaway.ts';
import { typesText } from './types-text.ts';

const typesFile = fileURLToPath(new URL('./types.ts', import.meta.url));

/** What types.ts should be, asked of a fresh embedded database that has all migrations. */
export async function typesOfMigrations(): Promise<string> {
  const { folder, remove } = await throwawayFolder();
  try {
    const database = await connect({ kind: 'embedded', folder, durability: 'none' });
    try {
      await migrate(database.pool);
      return typesText(await listColumns(database.pool));
    } finally {
      await database.close();
    }
  } finally {
    await remove();
  }
}

/** Whether the committed types.ts differs from what the migrations say. */
export async function typesAreStale(file = typesFile): Promise<boolean> {
  return (await readFile(file, 'utf8').catch(() => '')) !== (await typesOfMigrations());
}

if (import.meta.main) {
  await writeFile(typesFile, await typesOfMigrations());
}
