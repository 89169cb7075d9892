import { enterScope, type ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import { scopeOf, type Actor } from '#src/actors/actor.ts';
import { mayLookFor } from './access.ts';
import type { PersonProfile } from './contract.ts';
import { organisationRefs } from './organisation-names.ts';
import { personGroup } from './person-queries.ts';
import {
  findName,
  listAffiliationRows,
  listStandingRoles,
  type AffiliationRow,
} from './profile-queries.ts';
import { DATA_KINDS, type DataKind } from './purposes.ts';
import { recordAccess } from './record-access.ts';
import { consentVerdicts, requireConsent } from './require-consent.ts';

/**
 * What an organisation may read of a person for a purpose: what it holds itself, and what a valid
 * consent to it for that purpose opens. The look is written down in the same transaction.
 *
 * Throws not-allowed (the role does not look for this purpose), not-found (the organisation holds
 * nothing and no consent speaks to it, so that it learns nothing), consent-missing (for a demanded kind).
 */
export async function readProfile(
  trx: ScopedTransaction,
  actor: Actor,
  wanted: { personId: number; purpose: string; kinds: readonly string[] },
): Promise<PersonProfile> {
  const { purpose } = wanted;
  if (!mayLookFor(actor, purpose)) throw new Problem('not-allowed', { what: purpose });
  const personIds = await personGroup(trx, wanted.personId);
  const own = await listAffiliationRows(trx, personIds, { of: actor.organisationIds });
  const verdicts = await consentVerdicts(trx, actor, { personId: wanted.personId, purpose });
  const allowed = DATA_KINDS.filter((kind) => verdicts[kind] === 'allowed');
  if (own.length === 0 && allowed.length === 0) {
    throw new Problem('not-found', { what: `#${wanted.personId}` });
  }
  for (const dataKind of demanded(wanted.kinds)) {
    await requireConsent(trx, actor, { personId: wanted.personId, purpose, dataKind });
  }
  await recordAccess(trx, actor, { personIds: [wanted.personId], purpose, what: 'profile' });
  return present(trx, actor, { personIds, personId: wanted.personId, own, allowed });
}

function demanded(kinds: readonly string[]): DataKind[] {
  const unknown = kinds.find((kind) => !DATA_KINDS.includes(kind as DataKind));
  if (unknown !== undefined) throw new Problem('invalid-request', { what: `kinds: ${unknown}` });
  return kinds as DataKind[];
}

/** Only what a consent opens is read past the organisation's own wall, and only of this person. */
async function present(
  trx: ScopedTransaction,
  actor: Actor,
  found: {
    personIds: number[];
    personId: number;
    own: AffiliationRow[];
    allowed: readonly DataKind[];
  },
): Promise<PersonProfile> {
  const { personIds, own, allowed } = found;
  const scope = scopeOf(actor);
  if (allowed.length > 0) {
    await enterScope(trx, { ...scope, persons: [...scope.persons, ...personIds] });
  }
  const may = (kind: DataKind) => allowed.includes(kind);
  const elsewhere =
    may('affiliations') || may('contact')
      ? await listAffiliationRows(trx, personIds, { but: actor.organisationIds })
      : [];
  const roles = may('roles') ? await listStandingRoles(trx, personIds, actor.organisationIds) : [];
  const name = may('name') ? await findName(trx, personIds[0]!) : undefined;
  await enterScope(trx, scope);
  const refs = await organisationRefs(
    trx,
    [...own, ...elsewhere, ...roles].map(({ organisationId }) => organisationId),
  );
  const membership = (row: AffiliationRow) => ({
    organisation: refs.get(row.organisationId)!,
    unit: row.unit,
    position: row.position,
    startOn: row.startOn,
    endOn: row.endOn,
  });
  return {
    personId: found.personId,
    own: own.map((row) => ({
      ...membership(row),
      id: row.id,
      fullName: row.fullName,
      personCode: row.personCode,
      email: row.email,
      phone: row.phone,
    })),
    name: name ?? null,
    contact: may('contact') ? elsewhere.map(({ email, phone }) => ({ email, phone })) : null,
    affiliations: may('affiliations') ? elsewhere.map(membership) : null,
    roles: may('roles')
      ? roles.map(({ organisationId, role }) => ({ organisation: refs.get(organisationId)!, role }))
      : null,
  };
}
