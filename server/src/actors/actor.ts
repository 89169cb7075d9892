import type { Scope } from '#src/db/scope.ts';
import { OrganisationRole, PlatformRole, type GrantedRole } from './contract.ts';

/** Who acts, for which organisation, in which roles and for what purpose; every request and command carries one. */
export interface Actor {
  id: number;
  kind: 'visitor' | 'person' | 'api-client' | 'command-line' | 'system';
  /** For whom the actor acts at present; of a visitor and of a person who belongs nowhere: the platform's owner. */
  organisationId: number;
  /** That organisation and those that it has succeeded: their rows are its rows. Empty for who belongs nowhere. */
  organisationIds: readonly number[];
  /** In that organisation, at this moment. */
  roles: readonly Role[];
  purpose: string;
  /** Of a person: who they are after merges, and every id they have had. */
  personId?: number;
  personIds: readonly number[];
  accountId?: string;
  sessionId?: string;
  /** Of a machine: what its key or token allows. */
  scopes: readonly ApiScope[];
}

export const ORGANISATION_ROLES = OrganisationRole.options;
export const PLATFORM_ROLES = PlatformRole.options;

/** 'system' is the program itself. */
export type Role = GrantedRole | 'system';

/** What a machine may be allowed. */
export const API_SCOPES = ['read', 'import', 'case.readonly', 'case.manage'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return wanted.some((role) => actor.roles.includes(role));
}

/** A member of some organisation, or the program itself. */
export function isMember(actor: Actor): boolean {
  return actor.roles.length > 0;
}

export function actsFor(actor: Actor, organisationId: number): boolean {
  return actor.organisationIds.includes(organisationId);
}

/** Whose rows in tables about persons the actor's transactions see (db/scope.ts). */
export function scopeOf(actor: Actor): Scope {
  return {
    persons: actor.personIds,
    organisations: isMember(actor) ? actor.organisationIds : [],
    platform: actor.kind === 'system' || actor.kind === 'command-line',
  };
}
