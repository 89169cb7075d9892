import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { appointsIn } from './access.ts';
import type { InvitationPage, InvitationRow, InvitationStatus } from './contract.ts';
import { listInvitations, type InvitationRecord } from './invitation-queries.ts';
import { invitationStatus } from './invitation-rules.ts';
import { seesInvitation } from './tend-invitation.ts';
import { listUnits, type UnitRow } from './unit-queries.ts';

/** Invitations of an organisation, the newest first. Throws not-found. */
export async function readInvitations(
  db: Kysely<DB>,
  actor: Actor,
  organisationId: number,
  { status, page, size }: { status?: InvitationStatus | undefined; page: number; size: number },
): Promise<InvitationPage> {
  if (!appointsIn(actor, organisationId)) {
    throw new Problem('not-found', { what: `#${organisationId}` });
  }
  const units = await listUnits(db, organisationId);
  const seen = (await listInvitations(db, organisationId)).filter((invitation) =>
    seesInvitation(actor, invitation),
  );
  const rows = seen
    .map((invitation) => toRow(invitation, units))
    .filter((row) => status === undefined || row.status === status);
  const items = rows.slice((page - 1) * size, page * size);
  const lettersDue = seen.filter(({ letterDue }) => letterDue).length;
  return { total: rows.length, page, size, items, lettersDue };
}

/** Throws not-found. */
export async function readInvitation(
  db: Kysely<DB>,
  organisationId: number,
  id: string,
): Promise<InvitationRow> {
  const units = await listUnits(db, organisationId);
  const found = (await listInvitations(db, organisationId)).find((one) => one.id === id);
  if (!found) throw new Problem('not-found', { what: id });
  return toRow(found, units);
}

function toRow(invitation: InvitationRecord, units: readonly UnitRow[]): InvitationRow {
  const { id, email, fullName, roles, unitId, language, invitedAt, expiresAt } = invitation;
  const unit = units.find((one) => one.id === unitId);
  return {
    id,
    email,
    fullName,
    roles,
    unit: unit ? { id: unit.id, name: unit.name } : null,
    language,
    invitedAt: invitedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    status: invitationStatus(invitation, new Date()),
  };
}
