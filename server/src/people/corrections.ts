import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import { actsFor, type Actor } from '#src/actors/actor.ts';
import type { AffiliationField, NewCorrection } from './contract.ts';
import {
  closeCorrections,
  findAffiliation,
  insertCorrection,
  isOpen,
  listCorrectionRows,
  type CorrectionRow,
} from './correction-queries.ts';
import type { CorrectableField, Doors } from './doors.ts';
import { lockPersons } from './person-queries.ts';
import { recordAccess } from './record-access.ts';

/** A person asks an organisation to correct what it says of them. Throws not-found, correction-open. */
export async function requestCorrection(
  trx: ScopedTransaction,
  actor: Actor,
  wanted: NewCorrection,
): Promise<number> {
  await lockPersons(trx, actor.personIds);
  const affiliation = await findAffiliation(trx, actor.personIds, wanted.affiliationId);
  if (!affiliation) throw new Problem('not-found', { what: `#${wanted.affiliationId}` });
  if (await isOpen(trx, affiliation.personId, wanted.affiliationId, wanted.field)) {
    throw new Problem('correction-open');
  }
  const id = await insertCorrection(trx, { ...wanted, ...affiliation });
  await record(trx, actor, {
    action: 'correction-requested',
    subjectKind: 'correction',
    subjectId: id,
    organisationId: affiliation.organisationId,
    detail: { field: wanted.field },
    personal: { personId: affiliation.personId, values: { [wanted.field]: wanted.wanted } },
  });
  return id;
}

/** Throws not-found, correction-decided. */
export async function withdrawCorrection(
  trx: ScopedTransaction,
  actor: Actor,
  id: number,
): Promise<void> {
  const mine = await listCorrectionRows(trx, { personIds: actor.personIds });
  const correction = mine.find((row) => row.id === id);
  if (!correction) throw new Problem('not-found', { what: `#${id}` });
  await close(trx, actor, correction, 'withdrawn', null);
}

/** The open requests at the actor's organisation; that they were looked at is written down. */
export async function readOpenCorrections(
  trx: ScopedTransaction,
  actor: Actor,
): Promise<CorrectionRow[]> {
  const rows = await listCorrectionRows(trx, { openAt: actor.organisationIds });
  await recordAccess(trx, actor, {
    personIds: rows.map(({ personId }) => personId),
    purpose: 'rights-of-the-person',
    what: 'correction',
  });
  return rows;
}

/** The organisation writes what was asked for. Throws not-found, correction-decided. */
export async function acceptCorrection(
  trx: ScopedTransaction,
  actor: Actor,
  doors: Pick<Doors, 'updateAffiliation'>,
  wanted: { personId: number; id: number },
): Promise<void> {
  const correction = await getAtOrganisation(trx, actor, wanted);
  await close(trx, actor, correction, 'accepted', null);
  const { personId, affiliationId, field } = correction;
  await doors.updateAffiliation(trx, actor, personId, affiliationId, {
    [CORRECTABLE[field]]: correction.wanted,
  });
}

/** The organisation says why not. Throws not-found, correction-decided. */
export async function refuseCorrection(
  trx: ScopedTransaction,
  actor: Actor,
  wanted: { personId: number; id: number; answer: string },
): Promise<void> {
  const correction = await getAtOrganisation(trx, actor, wanted);
  await close(trx, actor, correction, 'refused', wanted.answer);
}

async function getAtOrganisation(
  trx: ScopedTransaction,
  actor: Actor,
  { personId, id }: { personId: number; id: number },
): Promise<CorrectionRow> {
  const rows = await listCorrectionRows(trx, { personIds: [personId] });
  const correction = rows.find((row) => row.id === id);
  if (!correction || !actsFor(actor, correction.organisationId)) {
    throw new Problem('not-found', { what: `#${id}` });
  }
  return correction;
}

async function close(
  trx: ScopedTransaction,
  actor: Actor,
  correction: CorrectionRow,
  verdict: 'accepted' | 'refused' | 'withdrawn',
  answer: string | null,
): Promise<void> {
  if (!(await closeCorrections(trx, actor, correction, verdict, answer))) {
    throw new Problem('correction-decided');
  }
  await record(trx, actor, {
    action: `correction-${verdict}`,
    subjectKind: 'correction',
    subjectId: correction.id,
    organisationId: correction.organisationId,
    detail: { field: correction.field },
  });
}

const CORRECTABLE: Record<AffiliationField, CorrectableField> = {
  full_name: 'fullName',
  person_code: 'personCode',
  email: 'email',
  phone: 'phone',
  position_title: 'positionTitle',
};
