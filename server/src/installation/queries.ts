import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

export interface InstallationRow {
  kind: 'demo' | 'main';
  createdAt: Date;
}

export async function findInstallation(db: Kysely<DB>): Promise<InstallationRow | undefined> {
  const row = await db
    .selectFrom('installation')
    .select(['kind', 'created_at as createdAt'])
    .executeTakeFirst();
  return row && { kind: row.kind as 'demo' | 'main', createdAt: row.createdAt };
}

export async function getInstallation(db: Kysely<DB>): Promise<InstallationRow> {
  const row = await findInstallation(db);
  if (!row) throw new Error('this database holds no installation');
  return row;
}

export async function insertInstallation(
  trx: Transaction<DB>,
  kind: 'demo' | 'main',
): Promise<void> {
  await trx.insertInto('installation').values({ kind }).execute();
}
