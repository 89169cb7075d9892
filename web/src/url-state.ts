import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Filters, selection and language live in the address, so that a link shares the view. Always plain strings. */
export type UrlState = Record<string, string | undefined>;

export function parseSearch(text: string): UrlState {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') query.set(key, String(value));
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** The state of this page's address and a way to change parts of it; `undefined` or '' takes a part away. */
export function useUrlState(): [UrlState, (change: UrlState, push?: boolean) => void] {
  const state = useSearch({ strict: false }) as UrlState;
  const navigate = useNavigate();
  const change = useCallback(
    (part: UrlState, push = false) => {
      void navigate({
        to: '.',
        // Also where no route matches: the page that is not there keeps its address.
        unsafeRelative: 'path',
        search: (before: UrlState) => ({ ...before, ...part }),
        replace: !push,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [state, change];
}
