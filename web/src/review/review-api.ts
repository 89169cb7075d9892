import { Decision, ReviewQueue } from '@nhip/server/review/contract.ts';
import type { NewDecision } from '@nhip/server/review/contract.ts';
import type { QueryClient } from '@tanstack/react-query';
import { reading, send } from '../api.ts';

export interface QueueFilter {
  undecided: boolean;
  competency?: string;
  page: number;
  size?: number;
}

export const reviewQueue = (filter: QueueFilter) =>
  reading(ReviewQueue, '/api/review/queue', { ...filter });

export const decide = (decision: NewDecision) =>
  send(Decision, 'POST', '/api/review/decisions', decision);

/** `id` of the decision that is taken back. */
export const undoDecision = (id: number) =>
  send(Decision, 'POST', `/api/review/decisions/${id}/undo`);

const showFigures = ['/api/demand', '/api/advertisements', '/api/coverage', '/api/overview'];

/** A decision changes what counts: whatever shows links or shares is read anew when it is next looked at. */
export function forgetFigures(client: QueryClient): void {
  void client.invalidateQueries({
    predicate: ({ queryKey }) =>
      showFigures.some((address) => String(queryKey[0]).startsWith(address)),
  });
}
