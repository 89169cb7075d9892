import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { MemberStatus } from './contract.ts';
import type { GrantedRole } from './role-rules.ts';

export interface ListedMember {
  personId: number;
  affiliationId: number;
  organisationId: number;
  fullName: string;
  personCode: string | null;
  email: string | null;
  phone: string | null;
  positionTitle: string | null;
  unitId: number | null;
  startOn: string | null;
  endOn: string | null;
  recordedAt: Date;
  roles: GrantedRole[];
  status: MemberStatus;
}

/**
 * The newest membership of everybody who belongs or belonged to the organisation, or of one person. Put
 * together here and not by a join: right after a roster of ten thousand the database knows nothing of
 * its size, and joins row by row.
 */
export async function listMembers(
  trx: ScopedTransaction,
  organisationId: number,
  personId?: number,
): Promise<ListedMember[]> {
  const members = await listNewest(trx, organisationId, personId ?? null);
  const personIds = members.map((member) => member.personId);
  const roles = await rolesHeld(trx, organisationId, personId ?? null);
  const invited = await openlyInvited(trx, organisationId);
  const accounts = await withAccount(trx, personIds);
  return members.map(({ ended, ...member }) => ({
    ...member,
    roles: roles.get(member.personId) ?? [],
    status: ended
      ? 'left'
      : accounts.has(member.personId)
        ? 'active'
        : invited.has(member.personId)
          ? 'invited'
          : 'without-account',
  }));
}

type Newest = Omit<ListedMember, 'roles' | 'status'> & { ended: boolean };

async function listNewest(
  trx: ScopedTransaction,
  organisationId: number,
  personId: number | null,
): Promise<Newest[]> {
  const { rows } = await sql<Newest>`
    select distinct on (person_id) person_id as "personId", id as "affiliationId",
      organisation_id as "organisationId", full_name as "fullName", person_code as "personCode", email, phone,
      position_title as "positionTitle", unit_id as "unitId", start_on as "startOn", end_on as "endOn",
      recorded_at as "recordedAt", coalesce(end_on <= current_date, false) as ended
      from affiliation
     where organisation_id = ${organisationId} and (${personId}::int8 is null or person_id = ${personId})
     order by person_id, (end_on is null or end_on > current_date) desc, id desc`.execute(trx);
  return rows;
}

async function rolesHeld(
  trx: ScopedTransaction,
  organisationId: number,
  personId: number | null,
): Promise<Map<number, GrantedRole[]>> {
  const { rows } = await sql<{ personId: number; roles: GrantedRole[] }>`
    select person_id as "personId", array_agg(distinct role) as roles from role_grant
     where organisation_id = ${organisationId} and (${personId}::int8 is null or person_id = ${personId})
       and revoked_at is null and (expires_at is null or expires_at > now())
     group by person_id`.execute(trx);
  return new Map(rows.map((row) => [row.personId, row.roles]));
}

async function openlyInvited(
  trx: ScopedTransaction,
  organisationId: number,
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ personId: number }>`
    select person_id as "personId" from invitation
     where organisation_id = ${organisationId} and person_id is not null
       and accepted_at is null and revoked_at is null and expires_at > now()`.execute(trx);
  return new Set(rows.map((row) => row.personId));
}

async function withAccount(
  trx: ScopedTransaction,
  personIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ personId: number }>`
    select person_id as "personId" from account where person_id = any (${[...personIds]}::int8[])`.execute(
    trx,
  );
  return new Set(rows.map((row) => row.personId));
}

/** Every membership that the organisation has recorded of a person, the newest first. */
export async function listAffiliations(
  trx: ScopedTransaction,
  organisationId: number,
  personId: number,
) {
  return trx
    .selectFrom('affiliation')
    .select([
      'id',
      'full_name as fullName',
      'person_code as personCode',
      'email',
      'phone',
      'position_title as positionTitle',
      'unit_id as unitId',
      'start_on as startOn',
      'end_on as endOn',
      'recorded_at as recordedAt',
    ])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .execute();
}

export interface GrantHistory {
  id: number;
  role: GrantedRole;
  grantedAt: Date;
  grantedBy: string | null;
  expiresAt: Date | null;
  delegatedBy: string | null;
  revokedAt: Date | null;
  standing: boolean;
}

/** Names as this organisation knows them; who belongs elsewhere stays unnamed. */
export async function listGrants(
  trx: ScopedTransaction,
  organisationId: number,
  personId: number,
): Promise<GrantHistory[]> {
  const nameOf = (person: ReturnType<typeof sql>) => sql`
    (select full_name from affiliation f where f.organisation_id = g.organisation_id
      and f.person_id = ${person} order by f.id desc limit 1)`;
  const { rows } = await sql<GrantHistory>`
    select g.id, g.role, g.granted_at as "grantedAt", ${nameOf(sql`actor.person_id`)} as "grantedBy",
      g.expires_at as "expiresAt", ${nameOf(sql`g.delegated_by_person_id`)} as "delegatedBy",
      g.revoked_at as "revokedAt",
      g.revoked_at is null and (g.expires_at is null or g.expires_at > now()) as standing
      from role_grant g join actor on actor.id = g.granted_by_actor_id
     where g.organisation_id = ${organisationId} and g.person_id = ${personId}
     order by g.id desc`.execute(trx);
  return rows;
}

/** What was done about the person in this organisation; its words stand in the audit's. */
export async function listHistory(
  trx: ScopedTransaction,
  organisationId: number,
  personId: number,
): Promise<{ at: Date; action: string }[]> {
  return trx
    .selectFrom('audit_fact')
    .select(['at', 'action'])
    .where('subject_kind', '=', 'person')
    .where('subject_id', '=', String(personId))
    .where('organisation_id', '=', organisationId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
}
