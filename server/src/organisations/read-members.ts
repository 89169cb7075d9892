import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import { recordAccess } from '#src/people/record-access.ts';
import type { Actor } from '#src/actors/actor.ts';
import { membersSeen } from './access.ts';
import type { MemberDetail, MemberFilter, MemberPage, MemberRow } from './contract.ts';
import {
  listAffiliations,
  listGrants,
  listHistory,
  listMembers,
  type ListedMember,
} from './member-list-queries.ts';
import { filterMembers, sortMembers } from './member-order.ts';
import { listUnits, type UnitRow } from './unit-queries.ts';

/** Members that the actor may see, filtered and in order. Throws not-found. */
export async function findMembers(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  filter: MemberFilter,
): Promise<MemberRow[]> {
  const seen = membersSeen(actor, organisationId);
  if (seen === 'none') throw new Problem('not-found', { what: `#${organisationId}` });
  const units = await listUnits(trx, organisationId);
  const all = await listMembers(trx, organisationId);
  const visible = seen === 'all' ? all : all.filter(isAdministrator);
  const unitName = (id: number | null) => units.find((unit) => unit.id === id)?.name ?? null;
  const found = sortMembers(filterMembers(visible, filter, units), filter, unitName);
  return found.map((member) => toRow(member, units));
}

/** A page of them; a list shows what the organisation keeps it for, so only looks at one person are written down. */
export async function readMembers(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  { page, size, ...filter }: MemberFilter & { page: number; size: number },
): Promise<MemberPage> {
  const found = await findMembers(trx, actor, organisationId, filter);
  const items = found.slice((page - 1) * size, page * size);
  return { total: found.length, page, size, items };
}

/** One member with memberships, roles and what was done; the look is written down. Throws not-found. */
export async function readMember(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  personId: number,
): Promise<MemberDetail> {
  const seen = membersSeen(actor, organisationId);
  const [member] = seen === 'none' ? [] : await listMembers(trx, organisationId, personId);
  if (!member || (seen === 'administrators' && !isAdministrator(member))) {
    throw new Problem('not-found', { what: `#${personId}` });
  }
  await recordAccess(trx, actor, {
    personIds: [personId],
    purpose: 'member-administration',
    what: 'member-details',
  });
  const units = await listUnits(trx, organisationId);
  const affiliations = await listAffiliations(trx, organisationId, personId);
  const grants = await listGrants(trx, organisationId, personId);
  const history = await listHistory(trx, organisationId, personId);
  return {
    personId,
    organisationId,
    status: member.status,
    affiliations: affiliations.map(({ unitId, recordedAt, ...affiliation }) => ({
      ...affiliation,
      unit: unitOf(units, unitId),
      recordedAt: recordedAt.toISOString(),
    })),
    grants: grants.map((grant) => ({
      ...grant,
      grantedAt: grant.grantedAt.toISOString(),
      expiresAt: grant.expiresAt?.toISOString() ?? null,
      revokedAt: grant.revokedAt?.toISOString() ?? null,
    })),
    history: history.map(({ at, action }) => ({ at: at.toISOString(), action })),
  };
}

function isAdministrator({ roles }: ListedMember): boolean {
  return roles.includes('administrator');
}

function toRow(
  { unitId, phone: _, recordedAt: __, ...member }: ListedMember,
  units: UnitRow[],
): MemberRow {
  return { ...member, unit: unitOf(units, unitId) };
}

function unitOf(units: readonly UnitRow[], id: number | null): MemberRow['unit'] {
  const unit = units.find((one) => one.id === id);
  return unit ? { id: unit.id, name: unit.name } : null;
}
