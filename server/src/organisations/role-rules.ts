import { PLATFORM_ROLES } from '#src/actors/actor.ts';
import type { OrganisationRole, PlatformRole } from '#src/actors/contract.ts';

export type GrantedRole = OrganisationRole | PlatformRole;

/** A role as somebody holds it at present. */
export interface Grant {
  id: number;
  personId: number;
  role: GrantedRole;
  /** null: until it is revoked */
  expiresAt: Date | null;
  /** The grant that it was delegated from. */
  delegatedGrantId: number | null;
  /** Has an account that is not locked: only such a person can act. */
  canSignIn: boolean;
}

export interface Appointer {
  personIds: readonly number[];
  /** Acts for this organisation as its administrator. */
  administrator: boolean;
  secretariat: boolean;
  /** The organisation is the one that owns the platform. */
  inOwner: boolean;
}

export type GrantVerdict =
  'grant' | 'held-already' | 'role-of-the-platform' | 'not-yours-to-grant' | 'own-role';

/** Months for which somebody else may act in one's place. */
export const LONGEST_DELEGATION_MONTHS = 6;
/** The roles without whose holder nobody could put anything right. */
const INDISPENSABLE: readonly GrantedRole[] = ['administrator', 'secretariat'];

export function isPlatformRole(role: GrantedRole): role is PlatformRole {
  return (PLATFORM_ROLES as readonly string[]).includes(role);
}

/** Whether these roles are theirs to give and to take in this organisation, whoever the person is. */
export function mayGive(appointer: Appointer, role: GrantedRole): boolean {
  if (isPlatformRole(role)) return appointer.inOwner && appointer.secretariat;
  // elsewhere the secretariat appoints administrators, who see to their own people
  return appointer.administrator || (appointer.secretariat && role === 'administrator');
}

/**
 * Whether the appointer may give the role to the person. Nobody gives themselves a role that they
 * lack, for two people see more than one; the only administrator of an organisation may, since
 * there is nobody to ask. A secretariat's own roles always need another secretariat.
 */
export function grantVerdict(
  appointer: Appointer,
  standing: readonly Grant[],
  wanted: { personId: number; role: GrantedRole },
): GrantVerdict {
  const { personId, role } = wanted;
  if (isPlatformRole(role) && !appointer.inOwner) return 'role-of-the-platform';
  if (!mayGive(appointer, role)) return 'not-yours-to-grant';
  const held = standing.some(
    (grant) => grant.personId === personId && grant.role === role && isOwn(grant),
  );
  if (held) return 'held-already';
  if (appointer.personIds.includes(personId)) {
    const others = standing.some(
      (grant) => isLasting(grant, 'administrator') && !appointer.personIds.includes(grant.personId),
    );
    if (others || isPlatformRole(role) || !appointer.administrator) return 'own-role';
  }
  return 'grant';
}

export type EndVerdict = 'end' | 'not-yours-to-revoke' | 'last-administrator' | 'last-secretariat';

/** Whether these grants may end: somebody must stay who can grant again. */
export function endVerdict(standing: readonly Grant[], ended: ReadonlySet<number>): EndVerdict {
  for (const role of INDISPENSABLE) {
    const lasting = standing.filter((grant) => isLasting(grant, role));
    const gone = lasting.filter(({ id }) => ended.has(id));
    if (gone.length > 0 && gone.length === lasting.length) {
      return role === 'administrator' ? 'last-administrator' : 'last-secretariat';
    }
  }
  return 'end';
}

/** A grant is taken back by who may give it, by its holder, and a delegation by who delegated it. */
export function revokeVerdict(
  appointer: Appointer,
  standing: readonly Grant[],
  grant: Grant,
): EndVerdict {
  const source = standing.find(({ id }) => id === grant.delegatedGrantId);
  const concerned = [grant.personId, ...(source ? [source.personId] : [])];
  const own = concerned.some((personId) => appointer.personIds.includes(personId));
  if (!own && !mayGive(appointer, grant.role)) return 'not-yours-to-revoke';
  return endVerdict(standing, withDelegated(standing, [grant.id]));
}

/** The grants and what was delegated from them: a delegation ends with its source. */
export function withDelegated(
  standing: readonly Grant[],
  ids: readonly number[],
): ReadonlySet<number> {
  const sources = new Set(ids);
  const delegated = standing.filter(
    ({ delegatedGrantId }) => delegatedGrantId !== null && sources.has(delegatedGrantId),
  );
  return new Set([...ids, ...delegated.map(({ id }) => id)]);
}

export type DelegationVerdict =
  | { verdict: 'delegate'; source: Grant }
  | {
      verdict:
        | 'role-not-held'
        | 'delegated-already'
        | 'to-oneself'
        | 'held-already'
        | 'ends-too-late'
        | 'ends-in-the-past';
    };

/** Whether a person may lend one of their own roles to another member until a moment. */
export function delegationVerdict(
  personIds: readonly number[],
  standing: readonly Grant[],
  wanted: { role: GrantedRole; toPersonId: number; until: Date },
  now: Date,
): DelegationVerdict {
  const { role, toPersonId, until } = wanted;
  const held = standing.filter(
    (grant) => grant.role === role && personIds.includes(grant.personId),
  );
  const source = held.find(isOwn);
  if (!source) return { verdict: held.length > 0 ? 'delegated-already' : 'role-not-held' };
  if (personIds.includes(toPersonId)) return { verdict: 'to-oneself' };
  if (standing.some((grant) => grant.personId === toPersonId && grant.role === role)) {
    return { verdict: 'held-already' };
  }
  if (until <= now) return { verdict: 'ends-in-the-past' };
  const late = until > latestDelegation(now) || (source.expiresAt && until > source.expiresAt);
  return late ? { verdict: 'ends-too-late' } : { verdict: 'delegate', source };
}

export function latestDelegation(now: Date): Date {
  const latest = new Date(now);
  latest.setUTCMonth(latest.getUTCMonth() + LONGEST_DELEGATION_MONTHS);
  // a day that the later month does not have is its last one
  if (latest.getUTCDate() !== now.getUTCDate()) latest.setUTCDate(0);
  return latest;
}

function isOwn({ delegatedGrantId }: Grant): boolean {
  return delegatedGrantId === null;
}

/** Stays by itself and is held by somebody who can use it: what expires protects nobody. */
function isLasting(grant: Grant, role: GrantedRole): boolean {
  return grant.role === role && isOwn(grant) && grant.expiresAt === null && grant.canSignIn;
}
