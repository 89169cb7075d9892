import type { ReviewQueue } from '@nhip/server/review/contract.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { useUrlState, type UrlState } from '../url-state.ts';
import { reviewMessages } from './messages.ts';
import { addressOf, filtersOf, queueHead } from './review-api.ts';

type Dimension = keyof ReviewQueue['choices'];
const DIMENSIONS = ['kind', 'language', 'band', 'framework'] as const satisfies Dimension[];

/** What narrows the queue, with how many undecided items each choice leaves. */
export function ReviewFilters() {
  const t = useMessages(reviewMessages);
  const [url, setUrl] = useUrlState();
  const filters = filtersOf(url);
  const head = useQuery({ ...queueHead(filters), placeholderData: keepPreviousData });
  const set = (part: UrlState) => setUrl({ ...part, page: undefined });
  const nameOf = (dimension: Dimension, value: string) =>
    dimension === 'framework'
      ? value
      : t(`filter.${dimension}s.${value as 'vi'}` as 'filter.kinds.course');
  const options = (dimension: Dimension) => {
    const choices = head.data?.choices[dimension] ?? [];
    const chosen = filters[dimension];
    const missing =
      chosen && !choices.some(({ value }) => value === chosen) ? [{ value: chosen, count: 0 }] : [];
    return [
      { value: '', label: t('filter.all') },
      ...[...choices, ...missing].map(({ value, count }) => ({
        value,
        label: t('filter.choice', { name: nameOf(dimension, value), count }),
      })),
    ];
  };
  const narrowed = DIMENSIONS.some((dimension) => filters[dimension] !== undefined);
  return (
    <FilterBar label={t('filter.label')}>
      {DIMENSIONS.map((dimension) => (
        <NativeSelect
          key={dimension}
          label={t(`filter.${dimension}`)}
          value={filters[dimension] ?? ''}
          options={options(dimension)}
          onChange={(value) => set(addressOf({ ...filters, [dimension]: value || undefined }))}
        />
      ))}
      {narrowed && (
        <ActionButton
          icon={IconX}
          onClick={() =>
            set({ kind: undefined, written: undefined, band: undefined, framework: undefined })
          }
        >
          {t('filter.clear')}
        </ActionButton>
      )}
    </FilterBar>
  );
}
