import {
  InvitationPage,
  MemberDetail,
  MemberPage,
  OrganisationDetail,
  OrganisationPage,
  Unit,
} from '@nhip/server/organisations/contract.ts';
import { Region } from '@nhip/server/regions/contract.ts';
import type { QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { reading, type Search } from '../api.ts';

export const organisations = (search: Search) =>
  reading(OrganisationPage, '/api/organisations', search);
export const organisation = (id: string | number) =>
  reading(OrganisationDetail, `/api/organisations/${id}`);
export const units = (id: number) => reading(z.array(Unit), `/api/organisations/${id}/units`);
export const members = (id: number, search: Search) =>
  reading(MemberPage, `/api/organisations/${id}/members`, search);
export const member = (id: number, personId: number) => ({
  ...reading(MemberDetail, `/api/organisations/${id}/members/${personId}`),
  // each look is written down: not asked again because a window came to the front
  refetchOnWindowFocus: false,
  staleTime: 5 * 60_000,
});
export const invitations = (id: number, search: Search) =>
  reading(InvitationPage, `/api/organisations/${id}/invitations`, search);
export const regions = reading(z.array(Region), '/api/regions');

/** After any change: everything that is shown of organisations may have moved. */
export function forgetOrganisations(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/organisations'),
  });
}
