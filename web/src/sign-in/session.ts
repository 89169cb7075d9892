import { Session } from '@nhip/server/sign-in/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { reading } from '../api.ts';

export const sessionQuery = { ...reading(Session, '/api/session'), staleTime: 60_000 };

/** Who is at this browser and for whom they act; undefined until the server has said so. */
export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data;
}

/** Whoever asks is somebody else now: nothing that was read before may stay on the screen. */
export function useNewSession(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await queries.cancelQueries();
    await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) =>
      !keptKeys.has(String(queryKey[0]));
    queries.removeQueries({ type: 'inactive', predicate });
    void queries.resetQueries({ type: 'active', predicate });
  }, [queries]);
}

/** What is the same for everybody. */
const keptKeys = new Set(['/api/session', '/api/installation']);
