import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { INVITATION_DAYS } from '../invitation-rules.ts';
import { listMembers } from '../member-list-queries.ts';
import type { GrantedRole } from '../role-rules.ts';
import type { Known } from './match-rows.ts';

/** Whom rows can be matched with: the organisation's own people, and who has confirmed one of the addresses. */
export async function loadKnown(
  trx: ScopedTransaction,
  run: { id: string; ownerOrganisationId: number },
  emails: readonly string[],
): Promise<Known> {
  const members = await listMembers(trx, run.ownerOrganisationId);
  const { rows: accounts } = await sql<{ email: string; personId: number }>`
    select email, person_id as "personId" from account
     where email = any (${[...emails]}::text[]) and email_verified and person_id is not null`.execute(
    trx,
  );
  const { rows: importer } = await sql<{ persons: number[] }>`
    select person_group(a.person_id) as persons
      from import_run r join actor a on a.id = r.started_by_actor_id
     where r.id = ${run.id} and a.person_id is not null`.execute(trx);
  return {
    members: members.map((member) => ({ ...member, active: member.status !== 'left' })),
    accounts: new Map(accounts.map(({ email, personId }) => [email, personId])),
    importer: importer[0]?.persons ?? [],
  };
}

/** Who began the run: an import is that person's deed, whichever process writes it. */
export async function starterOf(trx: ScopedTransaction, runId: string): Promise<number> {
  const { started_by_actor_id } = await trx
    .selectFrom('import_run')
    .select('started_by_actor_id')
    .where('id', '=', runId)
    .executeTakeFirstOrThrow();
  return started_by_actor_id;
}

/** A row to be written: null leaves what stands. */
export interface AffiliationToWrite {
  personId: number;
  affiliationId: number | null;
  fullName: string;
  email: string | null;
  personCode: string | null;
  phone: string | null;
  positionTitle: string | null;
  unitId: number | null;
  startOn: string | null;
}

const columnsOf = (rows: readonly AffiliationToWrite[]) => sql`unnest(
  ${rows.map((row) => row.personId)}::int8[], ${rows.map((row) => row.affiliationId)}::int8[],
  ${rows.map((row) => row.fullName)}::text[], ${rows.map((row) => row.email)}::text[],
  ${rows.map((row) => row.personCode)}::text[], ${rows.map((row) => row.phone)}::text[],
  ${rows.map((row) => row.positionTitle)}::text[], ${rows.map((row) => row.unitId)}::int4[],
  ${rows.map((row) => row.startOn)}::text[]::date[]
) as w (person_id, id, full_name, email, person_code, phone, position_title, unit_id, start_on)`;

interface Origin {
  organisationId: number;
  importRunId: string;
  actorId: number;
}

export async function insertAffiliations(
  trx: ScopedTransaction,
  { organisationId, importRunId, actorId }: Origin,
  rows: readonly AffiliationToWrite[],
): Promise<void> {
  await sql`
    insert into affiliation (person_id, organisation_id, full_name, email, person_code, phone, position_title,
      unit_id, start_on, import_run_id, recorded_by_actor_id)
    select w.person_id, ${organisationId}, w.full_name, w.email, w.person_code, w.phone, w.position_title,
      w.unit_id, w.start_on, ${importRunId}, ${actorId}
      from ${columnsOf(rows)}`.execute(trx);
}

export async function updateAffiliations(
  trx: ScopedTransaction,
  { organisationId, importRunId }: Origin,
  rows: readonly AffiliationToWrite[],
): Promise<void> {
  await sql`
    update affiliation a set full_name = w.full_name, email = coalesce(w.email, a.email),
      person_code = coalesce(w.person_code, a.person_code), phone = coalesce(w.phone, a.phone),
      position_title = coalesce(w.position_title, a.position_title),
      unit_id = coalesce(w.unit_id, a.unit_id), start_on = coalesce(w.start_on, a.start_on),
      import_run_id = ${importRunId}, updated_at = now()
      from ${columnsOf(rows)}
     where a.person_id = w.person_id and a.id = w.id and a.organisation_id = ${organisationId}`.execute(
    trx,
  );
}

export async function insertGrants(
  trx: ScopedTransaction,
  { organisationId, actorId }: Origin,
  grants: readonly { personId: number; role: GrantedRole }[],
): Promise<void> {
  await sql`
    insert into role_grant (person_id, organisation_id, role, granted_by_actor_id)
    select w.person_id, ${organisationId}, w.role, ${actorId}
      from unnest(${grants.map((grant) => grant.personId)}::int8[],
        ${grants.map((grant) => grant.role)}::text[]) as w (person_id, role)`.execute(trx);
}

export interface InvitationToWrite {
  personId: number;
  email: string;
  fullName: string;
  unitId: number | null;
  roles: readonly GrantedRole[];
  language: 'vi' | 'en';
}

/**
 * Invitations whose letters a job writes. Nobody knows the token that is hashed here; the letter brings
 * its own. Who waits for an answer already is not invited again.
 */
export async function insertInvitations(
  trx: ScopedTransaction,
  { organisationId, importRunId, actorId }: Origin,
  rows: readonly InvitationToWrite[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into invitation (organisation_id, email, person_id, full_name, unit_id, roles, language, token_sha256,
      invited_by_actor_id, expires_at, import_run_id, letter_due)
    select ${organisationId}, w.email, w.person_id, w.full_name, w.unit_id,
      coalesce((select array_agg(role) from jsonb_array_elements_text(w.roles) as role), '{}'),
      w.language, w.token, ${actorId}, now() + make_interval(days => ${INVITATION_DAYS}), ${importRunId}, true
      from unnest(
        ${rows.map((row) => row.personId)}::int8[], ${rows.map((row) => row.email)}::text[],
        ${rows.map((row) => row.fullName)}::text[], ${rows.map((row) => row.unitId)}::int4[],
        ${rows.map((row) => JSON.stringify(row.roles))}::text[]::jsonb[],
        ${rows.map((row) => row.language)}::text[], ${rows.map(() => randomBytes(32))}::bytea[]
      ) as w (person_id, email, full_name, unit_id, roles, language, token)
     where not exists (select from invitation open
       where open.organisation_id = ${organisationId} and (open.email = w.email or open.person_id = w.person_id)
         and open.accepted_at is null and open.revoked_at is null)`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
