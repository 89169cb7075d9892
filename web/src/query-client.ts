import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api.ts';

/** A refusal (4xx) is an answer and is not asked again; a fault of the moment is, twice. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) return false;
  return failures < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: shouldRetry, staleTime: 15_000, gcTime: 10 * 60_000 },
    mutations: { retry: false },
  },
});
