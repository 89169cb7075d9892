import { IconX } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import styles from './filter-chips.module.css';
import { searchMessages } from './messages.ts';
import { readTyped, withoutFilter, type Filters } from './search-filters.ts';
import { useKindName } from './use-kind-name.ts';

/** The filters among what was typed, as they were understood; a click takes one away. */
export function FilterChips(props: { typed: string; onChange: (typed: string) => void }) {
  const t = useMessages(searchMessages);
  const kindName = useKindName();
  const { filters } = readTyped(props.typed);
  const chips = (Object.keys(filters) as (keyof Filters)[]).map((key) => ({
    key,
    words: {
      type: () => t(`type.${filters.type!}`),
      framework: () => `${t('framework')}: ${filters.framework}`,
      kind: () => `${t('kind')}: ${kindName(filters.kind!)}`,
      level: () => `${t('level')}: ${filters.level}`,
    }[key](),
  }));
  if (chips.length === 0) return null;
  return (
    <div className={styles.chips}>
      {chips.map(({ key, words }) => (
        <button
          key={key}
          type="button"
          aria-label={t('removeFilter', { filter: words })}
          onClick={() => props.onChange(withoutFilter(props.typed, key))}
        >
          {words}
          <IconX size={14} aria-hidden />
        </button>
      ))}
    </div>
  );
}
