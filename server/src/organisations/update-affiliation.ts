import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { emailAddress } from '#src/accounts/email-address.ts';
import { editsMembersOf } from './access.ts';
import { changedFields, personalValues, type AffiliationContent } from './affiliation.ts';
import { lockAffiliation, updateAffiliationRow } from './affiliation-queries.ts';
import { findMemberByCode } from './member-queries.ts';
import { getOpenUnit } from './unit-queries.ts';

/**
 * Changes what the actor's organisation says of a person; what other organisations say is theirs. What
 * is left out stays as it is. Throws not-found, person-code-taken, email-invalid, email-look-alike.
 */
export async function updateAffiliation(
  trx: ScopedTransaction,
  actor: Actor,
  personId: number,
  affiliationId: number,
  wanted: Partial<AffiliationContent>,
): Promise<void> {
  const before = await lockAffiliation(trx, personId, affiliationId);
  if (!before || !editsMembersOf(actor, before.organisationId)) {
    throw new Problem('not-found', { what: `#${affiliationId}` });
  }
  const { organisationId } = before;
  const changes = checkedEmail(wanted);
  const fields = changedFields(before, changes);
  if (fields.length === 0) return;
  if (fields.includes('personCode') && changes.personCode) {
    await checkCode(trx, organisationId, personId, changes.personCode);
  }
  if (fields.includes('unitId') && changes.unitId) {
    await getOpenUnit(trx, organisationId, changes.unitId);
  }
  await updateAffiliationRow(trx, personId, affiliationId, changes);
  await record(trx, actor, {
    action: 'member-changed',
    subjectKind: 'person',
    subjectId: personId,
    organisationId,
    detail: { affiliation: affiliationId, fields },
    personal: { personId, values: personalValues(changes) },
  });
}

/** A code names one person of the organisation. Throws person-code-taken. */
export async function checkCode(
  trx: ScopedTransaction,
  organisationId: number,
  personId: number | null,
  code: string,
): Promise<void> {
  const holder = await findMemberByCode(trx, organisationId, code);
  if (holder !== undefined && holder !== personId) throw new Problem('person-code-taken', { code });
}

function checkedEmail(wanted: Partial<AffiliationContent>): Partial<AffiliationContent> {
  return wanted.email ? { ...wanted, email: emailAddress(wanted.email) } : wanted;
}
