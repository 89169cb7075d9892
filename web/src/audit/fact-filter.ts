import { FactFilter } from '@nhip/server/audit/contract.ts';
import type { UrlState } from '../url-state.ts';

const keys = ['organisation', 'actor', 'action', 'subjectKind', 'subjectId', 'from', 'to'] as const;
type Key = (typeof keys)[number];

/** What of an address filters facts; a part that no server would take is left out. */
export function filterOf(url: UrlState): FactFilter {
  const filter: Partial<Record<Key, unknown>> = {};
  for (const key of keys) {
    const part = FactFilter.shape[key].safeParse(url[key] || undefined);
    if (part.success && part.data !== undefined) filter[key] = part.data;
  }
  return filter as FactFilter;
}

export function isFiltered(filter: FactFilter): boolean {
  return Object.keys(filter).length > 0;
}

/** Takes every filter out of an address. */
export const noFilter: UrlState = Object.fromEntries(keys.map((key) => [key, undefined]));

export function isBackwards({ from, to }: FactFilter): boolean {
  return from !== undefined && to !== undefined && from > to;
}
