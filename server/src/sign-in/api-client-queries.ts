import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { ApiClient } from './contract.ts';

export async function listApiClients(
  db: Kysely<DB>,
  organisationIds: readonly number[],
): Promise<ApiClient[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .selectFrom('api_client')
    .leftJoin('api_key', 'api_key.account_id', 'api_client.account_id')
    .select([
      'api_client.id',
      'api_client.name',
      'scopes',
      'api_client.created_at as createdAt',
      'revoked_at as revokedAt',
      'start as keyStart',
      'last_request as lastUsedAt',
    ])
    .where('organisation_id', 'in', [...organisationIds])
    .orderBy('api_client.created_at', 'desc')
    .execute();
  return rows.map((row) =>
    ApiClient.parse({
      ...row,
      createdAt: row.createdAt.toISOString(),
      revokedAt: row.revokedAt?.toISOString() ?? null,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    }),
  );
}
