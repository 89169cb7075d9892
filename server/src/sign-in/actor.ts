/** Who acts, for which organisation, in which roles and for what purpose; every request and command carries one. */
export interface Actor {
  id: number;
  kind: 'local-administrator' | 'command-line' | 'system';
  organisationId: number;
  roles: readonly Role[];
  purpose: string;
}

export type Role = 'administrator' | 'system';
