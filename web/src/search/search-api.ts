import { SearchAnswer, type Found } from '@nhip/server/search/contract.ts';
import { keepPreviousData } from '@tanstack/react-query';
import { reading } from '../api.ts';
import type { Language } from '../language.ts';
import type { Filters } from './search-filters.ts';

/** What is found; what was there stays until the answer comes, and is asked again while something is being read. */
export function searching(words: string, filters: Filters, language: Language, size: number) {
  return {
    ...reading(SearchAnswer, '/api/search', { q: words, ...filters, language, size }),
    enabled: words !== '',
    staleTime: 5_000,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }: { state: { data: SearchAnswer | undefined } }) =>
      state.data?.refreshing ? 700 : (false as const),
  };
}

/** Where a thing that was found is read. */
export function placeOf(found: Found): { to: string; search?: Record<string, string> } {
  const code = encodeURIComponent(found.code ?? '');
  const framework = `/frameworks/${encodeURIComponent(found.framework?.code ?? '')}`;
  switch (found.type) {
    case 'competency':
      return {
        to: found.framework?.inUse ? `/competencies/${code}` : `${framework}/items/${code}`,
      };
    case 'role':
      return { to: `${framework}/roles/${code}` };
    case 'framework':
      return { to: `/frameworks/${code}` };
    case 'programme':
      return { to: `/programmes/${found.id}` };
    case 'course':
      return {
        to: `/programmes/${found.programme?.id ?? ''}`,
        search: { open: String(found.id) },
      };
    case 'organisation':
      return { to: `/organisations/${found.id}` };
  }
}
