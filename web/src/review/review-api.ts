import { Decision, ReviewQueue } from '@nhip/server/review/contract.ts';
import type {
  NewAddition,
  NewDecision,
  NewReplacement,
  QueueQuery,
} from '@nhip/server/review/contract.ts';
import type { QueryClient } from '@tanstack/react-query';
import { reading, send } from '../api.ts';
import type { UrlState } from '../url-state.ts';

/** What narrows the queue; all of it stands in the address. */
export type QueueFilters = Pick<
  QueueQuery,
  'kind' | 'language' | 'band' | 'framework' | 'competency'
>;

/** The address speaks of `written`, since `lang` is the reader's own language. */
export function filtersOf({ kind, written, band, framework, competency }: UrlState): QueueFilters {
  return {
    kind: oneOf(['advertisement', 'outcome', 'course'] as const, kind),
    language: oneOf(['vi', 'en', 'unknown'] as const, written),
    band: oneOf(['accepted', 'review'] as const, band),
    ...{ framework, competency },
  };
}

/** The same as parts of an address. */
export function addressOf({ language, ...filters }: QueueFilters): UrlState {
  return { ...filters, written: language };
}

function oneOf<Value extends string>(known: readonly Value[], written: string | undefined) {
  return known.find((value) => value === written);
}

export const pageSize = 20;

export const reviewQueue = (
  filters: QueueFilters & { undecided: boolean; page: number; size?: number },
) => reading(ReviewQueue, '/api/review/queue', { ...filters });

/** The head of the queue: what a session begins with, and what the filters count. */
export const queueHead = (filters: QueueFilters) => ({
  ...reviewQueue({ undecided: true, ...filters, size: pageSize, page: 1 }),
  staleTime: Infinity,
  gcTime: 0,
});

export const decide = (decision: NewDecision) =>
  send(Decision, 'POST', '/api/review/decisions', decision);

export const replace = (replacement: NewReplacement) =>
  send(Decision, 'POST', '/api/review/replacements', replacement);

export const addPhrase = (addition: NewAddition) =>
  send(Decision, 'POST', '/api/review/additions', addition);

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
