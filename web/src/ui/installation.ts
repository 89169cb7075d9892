import { Installation } from '@nhip/server/installation/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { reading } from '../api.ts';

/** Whether this is the demonstration or a real installation; it never changes while the page is open. */
export function useInstallation(): Installation | undefined {
  return useQuery({ ...reading(Installation, '/api/installation'), staleTime: Infinity }).data;
}
