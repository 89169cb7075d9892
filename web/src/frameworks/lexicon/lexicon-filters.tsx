import type { LexiconSummary } from '@nhip/server/frameworks/lexicon/contract.ts';
import { IconX } from '@tabler/icons-react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useUrlState, type UrlState } from '../../url-state.ts';
import { filterOf, lexiconAddress } from './lexicon-api.ts';
import styles from './lexicon.module.css';
import { lexiconMessages } from './messages.ts';
import { useSourceName } from './source-name.ts';

/** What narrows the list down; all of it stands in the address. */
export function LexiconFilters({ summary }: { summary: LexiconSummary }) {
  const t = useMessages(lexiconMessages);
  const sourceName = useSourceName();
  const [url, setUrl] = useUrlState();
  const set = (part: UrlState) => setUrl({ ...part, page: undefined });
  const { counts } = summary;
  const status = (one: 'proposed' | 'approved' | 'rejected' | 'ended') => ({
    value: one,
    label: t('statusCount', { status: t(`status.${one}`), count: counts[one] }),
  });
  const all = { value: '', label: t('filter.all') };
  const languages = summary.languages.map((value) => ({
    value,
    label: value === 'vi' || value === 'en' ? t(`language.${value}`) : value,
  }));
  const everything = counts.proposed + counts.approved + counts.rejected + counts.ended;
  return (
    <FilterBar
      label={t('filter.label')}
      end={
        <ExportLinks
          path={`${lexiconAddress(summary.framework.code)}/export`}
          search={filterOf(url)}
        />
      }
    >
      <SearchField
        label={t('filter.search')}
        value={url.q ?? ''}
        onChange={(q) => set({ q })}
        placeholder={t('filter.placeholder')}
      />
      <NativeSelect
        label={t('filter.status')}
        value={url.status ?? ''}
        onChange={(value) => set({ status: value })}
        options={[
          { value: '', label: t('filter.current', { count: counts.proposed + counts.approved }) },
          ...(['proposed', 'approved', 'rejected', 'ended'] as const).map(status),
          { value: 'all', label: t('filter.everything', { count: everything }) },
        ]}
      />
      <NativeSelect
        label={t('filter.language')}
        value={url.written ?? ''}
        onChange={(written) => set({ written })}
        options={[all, ...languages]}
      />
      <NativeSelect
        label={t('filter.source')}
        value={url.source ?? ''}
        onChange={(source) => set({ source })}
        options={[all, ...summary.sources.map((value) => ({ value, label: sourceName(value) }))]}
      />
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={url.collisions === '1'}
          onChange={(event) => set({ collisions: event.target.checked ? '1' : undefined })}
        />
        {t('filter.collisions')}
      </label>
      {url.competency && (
        <ActionButton icon={IconX} onClick={() => set({ competency: undefined })}>
          {t('filter.clear', { code: url.competency })}
        </ActionButton>
      )}
    </FilterBar>
  );
}
