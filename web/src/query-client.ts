import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api.ts';

/** Only a fault of the moment (no answer, or 5xx) is asked again, twice; a refusal is an answer. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false;
  return (error.status === 0 || error.status >= 500) && failures < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: shouldRetry, staleTime: 15_000, gcTime: 10 * 60_000 },
    mutations: { retry: false },
  },
});
