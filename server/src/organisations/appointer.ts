import { Problem } from '#src/errors.ts';
import { hasRole, type Actor } from '#src/actors/actor.ts';
import { managesMembersOf } from './access.ts';
import type { LockedOrganisation } from './lock-organisation.ts';
import type {
  Appointer,
  DelegationVerdict,
  EndVerdict,
  Grant,
  GrantVerdict,
} from './role-rules.ts';

/**
 * The actor as the rules of roles see it, in one organisation, under its lock. Who was administrator when
 * they asked and was removed while they waited is so no longer.
 */
export function appointerOf(
  actor: Actor,
  organisation: LockedOrganisation,
  standing: readonly Grant[],
): Appointer {
  const own = actor.kind === 'person' && actor.organisationId === organisation.id;
  const still = standing.some(
    ({ personId, role }) => role === 'administrator' && actor.personIds.includes(personId),
  );
  return {
    personIds: actor.personIds,
    administrator: managesMembersOf(actor, organisation.id) && (!own || still),
    secretariat: hasRole(actor, 'secretariat'),
    inOwner: organisation.kind === 'platform-owner',
  };
}

const CODES = {
  'role-of-the-platform': 'role-of-the-platform',
  'not-yours-to-grant': 'role-not-yours',
  'not-yours-to-revoke': 'role-not-yours',
  'held-already': 'role-held-already',
  'own-role': 'role-own',
  'last-administrator': 'last-administrator',
  'last-secretariat': 'last-secretariat',
  'role-not-held': 'delegation-role-not-held',
  'delegated-already': 'delegation-of-delegation',
  'to-oneself': 'delegation-to-oneself',
  'ends-too-late': 'delegation-too-long',
  'ends-in-the-past': 'ends-in-the-past',
} as const;

type Verdict = GrantVerdict | EndVerdict | DelegationVerdict['verdict'];

/** Throws the problem of a verdict that is none of those wanted. */
export function insist(verdict: Verdict, role: string | null): void {
  if (verdict === 'grant' || verdict === 'end' || verdict === 'delegate') return;
  throw new Problem(CODES[verdict], { role });
}
