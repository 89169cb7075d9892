import { GrantedRole } from '@nhip/server/actors/contract.ts';
import { type OrganisationDetail } from '@nhip/server/organisations/contract.ts';
import type { GrantedRole as Role } from '@nhip/server/actors/contract.ts';

const ofPlatform: readonly GrantedRole[] = ['secretariat', 'operator'];

/**
 * The roles that are offered where somebody may appoint: an organisation's own by its administrator,
 * administrators by the secretariat, those of the platform only where it is owned.
 */
export function grantableRoles(
  { kind, may }: Pick<OrganisationDetail, 'kind' | 'may'>,
  own: readonly Role[],
): GrantedRole[] {
  const secretariat = own.includes('secretariat');
  return GrantedRole.options.filter((role) => {
    if (ofPlatform.includes(role)) return kind === 'platform-owner' && secretariat;
    return may.manageMembers || (secretariat && role === 'administrator');
  });
}
