import { sql } from 'kysely';
import { recordEach } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { endSessions } from '#src/accounts/end-sessions.ts';
import { managesMembersOf } from './access.ts';
import type { MoveMembers } from './contract.ts';
import { lockOpenOrganisation, lockOrganisation } from './lock-organisation.ts';
import { listSuccessions } from './organisation-queries.ts';
import { getOpenUnit } from './unit-queries.ts';

/**
 * People of an organisation that has ended go on in the one that succeeded it: a new membership there,
 * the old one ends and stays as history. Codes that the successor uses already are left out. Throws
 * not-found, succession-missing, unit-unknown.
 */
export async function moveMembers(
  trx: ScopedTransaction,
  actor: Actor,
  toId: number,
  { fromOrganisationId: fromId, personIds, unitId, keepRoles }: MoveMembers,
): Promise<number> {
  if (!managesMembersOf(actor, toId)) throw new Problem('not-found', { what: `#${toId}` });
  const succeeded = (await listSuccessions(trx)).some(
    (one) => !one.undone && one.predecessorId === fromId && one.successorId === toId,
  );
  if (!succeeded) throw new Problem('succession-missing');
  if (fromId < toId) await lockOrganisation(trx, fromId);
  await lockOpenOrganisation(trx, toId);
  if (fromId > toId) await lockOrganisation(trx, fromId);
  if (unitId !== null) await getOpenUnit(trx, toId, unitId);
  const moved = await moveAffiliations(trx, actor, { fromId, toId, unitId, personIds });
  if (moved.length === 0) return 0;
  if (keepRoles) await copyRoles(trx, actor, fromId, toId, moved);
  await endRoles(trx, actor, fromId, moved);
  await endSessions(trx, moved);
  await recordEach(
    trx,
    actor,
    moved.map((personId) => ({
      action: 'member-moved',
      subjectKind: 'person',
      subjectId: personId,
      organisationId: toId,
      detail: { from: fromId },
    })),
  );
  return moved.length;
}

interface Move {
  fromId: number;
  toId: number;
  unitId: number | null;
  personIds: readonly number[] | undefined;
}

async function moveAffiliations(
  trx: ScopedTransaction,
  actor: Actor,
  { fromId, toId, unitId, personIds }: Move,
): Promise<number[]> {
  const { rows } = await sql<{ personId: number }>`
    with left_behind as (
      update affiliation set end_on = current_date, updated_at = now()
       where organisation_id = ${fromId} and (end_on is null or end_on > current_date)
         and (${personIds === undefined}::bool or person_id = any (${[...(personIds ?? [])]}::int8[]))
      returning *
    ), arrived as (
      insert into affiliation (person_id, organisation_id, unit_id, full_name, person_code, email, phone,
        position_title, start_on, recorded_by_actor_id)
      select person_id, ${toId}, ${unitId}, full_name,
        case when exists (select from affiliation taken
          where taken.organisation_id = ${toId} and taken.person_code = l.person_code) then null else person_code end,
        email, phone, position_title, current_date, ${actor.id}
        from left_behind l
       where not exists (select from affiliation there where there.organisation_id = ${toId}
         and there.person_id = l.person_id and (there.end_on is null or there.end_on > current_date))
    )
    select distinct person_id as "personId" from left_behind`.execute(trx);
  return rows.map(({ personId }) => personId);
}

/** The administrator's role is granted anew by whoever administers the successor. */
async function copyRoles(
  trx: ScopedTransaction,
  actor: Actor,
  fromId: number,
  toId: number,
  personIds: readonly number[],
): Promise<void> {
  await sql`
    insert into role_grant (person_id, organisation_id, role, granted_by_actor_id, expires_at)
    select distinct on (g.person_id, g.role) g.person_id, ${toId}, g.role, ${actor.id}, g.expires_at
      from role_grant g
     where g.organisation_id = ${fromId} and g.person_id = any (${[...personIds]}::int8[])
       and g.revoked_at is null and (g.expires_at is null or g.expires_at > now())
       and g.delegated_grant_id is null and g.role not in ('administrator', 'secretariat', 'operator')
       and not exists (select from role_grant held where held.organisation_id = ${toId}
         and held.person_id = g.person_id and held.role = g.role and held.revoked_at is null)
     order by g.person_id, g.role, g.expires_at desc nulls first`.execute(trx);
}

async function endRoles(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  personIds: readonly number[],
): Promise<void> {
  await sql`update role_grant set revoked_at = now(), revoked_by_actor_id = ${actor.id}
    where organisation_id = ${organisationId} and person_id = any (${[...personIds]}::int8[])
      and revoked_at is null`.execute(trx);
}
