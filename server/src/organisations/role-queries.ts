import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Grant, GrantedRole } from './role-rules.ts';

/** Who can put anything right in the organisation, and what concerns these persons. Lock the organisation first. */
export async function listStandingGrants(
  trx: ScopedTransaction,
  organisationId: number,
  personIds: readonly number[],
): Promise<Grant[]> {
  const { rows } = await sql<Grant>`
    select g.id, g.person_id as "personId", g.role, g.expires_at as "expiresAt",
      g.delegated_grant_id as "delegatedGrantId",
      exists (select from account a
        where a.person_id = any (person_group(g.person_id)) and a.disabled_at is null) as "canSignIn"
      from role_grant g
     where g.organisation_id = ${organisationId} and g.revoked_at is null
       and (g.expires_at is null or g.expires_at > now())
       and (g.role in ('administrator', 'secretariat') or g.person_id = any (${[...personIds]}::int8[])
         or g.delegated_by_person_id = any (${[...personIds]}::int8[]))
     order by g.id`.execute(trx);
  return rows;
}

export interface NewGrantRow {
  personId: number;
  organisationId: number;
  role: GrantedRole;
  expiresAt: Date | null;
  delegatedFrom?: { personId: number; grantId: number };
}

export async function insertGrant(
  trx: ScopedTransaction,
  actorId: number,
  grant: NewGrantRow,
): Promise<number> {
  const { id } = await trx
    .insertInto('role_grant')
    .values({
      person_id: grant.personId,
      organisation_id: grant.organisationId,
      role: grant.role,
      expires_at: grant.expiresAt,
      granted_by_actor_id: actorId,
      delegated_by_person_id: grant.delegatedFrom?.personId ?? null,
      delegated_grant_id: grant.delegatedFrom?.grantId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function endGrantRows(
  trx: ScopedTransaction,
  actorId: number,
  organisationId: number,
  grantIds: readonly number[],
): Promise<void> {
  await trx
    .updateTable('role_grant')
    .set({ revoked_at: new Date(), revoked_by_actor_id: actorId })
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [...grantIds])
    .where('revoked_at', 'is', null)
    .execute();
}

/** What an open invitation of the person promises: a role that was taken back does not come in by it. */
export async function withdrawPromisedRole(
  trx: ScopedTransaction,
  organisationId: number,
  personId: number,
  role: GrantedRole,
): Promise<void> {
  await sql`update invitation set roles = array_remove(roles, ${role})
    where organisation_id = ${organisationId} and person_id = ${personId}
      and accepted_at is null and revoked_at is null`.execute(trx);
}
