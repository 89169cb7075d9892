import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import { createMachineAccount } from '#src/accounts/create-account.ts';
import { insertActorOfClient } from '#src/actors/queries.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Actor, ApiScope } from '#src/actors/actor.ts';

export const API_KEY_PREFIX = 'nhip_';
const TOKEN_PREFIX = 'nhipat_';
export const TOKEN_SECONDS = 3600;

export interface NewApiClient {
  name: string;
  scopes: readonly ApiScope[];
}

/** A machine of the actor's organisation: an account that no person has, and an actor of its own. */
export async function insertApiClient(
  trx: Transaction<DB>,
  actor: Actor,
  client: NewApiClient,
): Promise<{ id: string; accountId: string }> {
  const id = randomUUID();
  const accountId = await createMachineAccount(trx, { id, name: client.name });
  await trx
    .insertInto('api_client')
    .values({
      id,
      organisation_id: actor.organisationId,
      account_id: accountId,
      name: client.name,
      scopes: [...client.scopes],
      created_by_actor_id: actor.id,
    })
    .execute();
  await insertActorOfClient(trx, id);
  await record(trx, actor, {
    action: 'api-client-added',
    subjectKind: 'api-client',
    subjectId: id,
    detail: { scopes: client.scopes },
  });
  return { id, accountId };
}

/** Ends a machine and every token of it. Throws not-found for another organisation's. */
export async function revokeApiClient(
  trx: Transaction<DB>,
  actor: Actor,
  id: string,
): Promise<void> {
  const revoked = await trx
    .updateTable('api_client')
    .set({ revoked_at: new Date() })
    .where('id', '=', id)
    .where('organisation_id', 'in', [...actor.organisationIds])
    .where('revoked_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  if (!revoked) throw new Problem('not-found', { what: id });
  await trx.deleteFrom('api_key').where('account_id', '=', revoked.account_id).execute();
  await trx.deleteFrom('api_access_token').where('api_client_id', '=', id).execute();
  await record(trx, actor, {
    action: 'api-client-revoked',
    subjectKind: 'api-client',
    subjectId: id,
  });
}

/** The machines of an organisation end with it, as its people's roles do. */
const organisationStands = sql<boolean>`(valid_to is null or valid_to > current_date)`;

export interface FoundClient {
  id: string;
  organisationId: number;
  scopes: ApiScope[];
}

export async function findClientOfAccount(
  db: Kysely<DB>,
  accountId: string,
): Promise<FoundClient | undefined> {
  const row = await db
    .selectFrom('api_client')
    .innerJoin('organisation', 'organisation.id', 'api_client.organisation_id')
    .select(['api_client.id', 'organisation_id as organisationId', 'scopes'])
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where(organisationStands)
    .executeTakeFirst();
  return row && { ...row, scopes: row.scopes as ApiScope[] };
}

/** RFC 6749 §4.4: an opaque bearer token for an hour, of which only the hash is stored. */
export async function issueToken(
  trx: Transaction<DB>,
  client: FoundClient,
  scopes: readonly ApiScope[],
): Promise<string> {
  const token = `${TOKEN_PREFIX}${randomBytes(32).toString('base64url')}`;
  await trx
    .insertInto('api_access_token')
    .values({
      token_sha256: sha256(token),
      api_client_id: client.id,
      scopes: [...scopes],
      expires_at: sql`now() + make_interval(secs => ${TOKEN_SECONDS})`,
    })
    .execute();
  return token;
}

export function isAccessToken(bearer: string): boolean {
  return bearer.startsWith(TOKEN_PREFIX);
}

/** The client of an access token, with the scopes of the token. */
export async function findClientOfToken(
  db: Kysely<DB>,
  token: string,
): Promise<FoundClient | undefined> {
  const row = await db
    .selectFrom('api_access_token')
    .innerJoin('api_client', 'api_client.id', 'api_access_token.api_client_id')
    .innerJoin('organisation', 'organisation.id', 'api_client.organisation_id')
    .select(['api_client.id', 'organisation_id as organisationId', 'api_access_token.scopes'])
    .where('token_sha256', '=', sha256(token))
    .where('expires_at', '>', sql<Date>`now()`)
    .where('revoked_at', 'is', null)
    .where(organisationStands)
    .executeTakeFirst();
  return row && { ...row, scopes: row.scopes as ApiScope[] };
}

/** A machine may do what its scopes say, and never what takes a person. */
export async function actorOfClient(db: Kysely<DB>, client: FoundClient): Promise<Actor> {
  const { id } = await db
    .selectFrom('actor')
    .select('id')
    .where('api_client_id', '=', client.id)
    .executeTakeFirstOrThrow();
  return {
    id,
    kind: 'api-client',
    organisationId: client.organisationId,
    organisationIds: [client.organisationId],
    roles: client.scopes.includes('read') ? ['viewer'] : [],
    purpose: 'an API client',
    personIds: [],
    scopes: client.scopes,
  };
}

function sha256(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
