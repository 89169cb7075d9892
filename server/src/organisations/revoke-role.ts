import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { appointerOf, insist } from './appointer.ts';
import { endGrants } from './end-grants.ts';
import { lookAtWhole } from './in-organisation.ts';
import { lockOrganisation } from './lock-organisation.ts';
import { listStandingGrants } from './role-queries.ts';
import { revokeVerdict } from './role-rules.ts';

/**
 * Takes a role back, by its administrator, its holder, or whoever delegated it; what was delegated
 * from it ends too. Throws not-found, role-not-yours, last-administrator, last-secretariat.
 */
export async function revokeRole(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  { personId, grantId }: { personId: number; grantId: number },
): Promise<void> {
  const organisation = await lockOrganisation(trx, organisationId);
  await lookAtWhole(trx, actor, organisationId);
  const standing = await listStandingGrants(trx, organisationId, [personId, ...actor.personIds]);
  const grant = standing.find((one) => one.id === grantId && one.personId === personId);
  if (!grant) throw new Problem('not-found', { what: `#${grantId}` });
  insist(revokeVerdict(appointerOf(actor, organisation, standing), standing, grant), grant.role);
  await endGrants(trx, actor, organisationId, standing, [grantId]);
}
