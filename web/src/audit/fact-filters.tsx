import type { FactFilter } from '@nhip/server/audit/contract.ts';
import { IconFileTypeCsv, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { useUrlState, type UrlState } from '../url-state.ts';
import { auditActions, csvAddress } from './audit-api.ts';
import { DayField } from './day-field.tsx';
import { isBackwards, isFiltered, noFilter } from './fact-filter.ts';
import styles from './fact-filters.module.css';
import { auditMessages } from './messages.ts';
import { useSeen } from './seen.ts';

const OrganisationFilter = lazy(() =>
  import('./organisation-filter.tsx').then((part) => ({ default: part.OrganisationFilter })),
);

/** Everything that narrows the list, in the address; actors and subjects are chosen in the list itself. */
export function FactFilters({ filter, overAll }: { filter: FactFilter; overAll: boolean }) {
  const t = useMessages(auditMessages);
  const language = useLanguage();
  const [, setUrl] = useUrlState();
  const { data: known = [] } = useQuery(auditActions);
  const actions = known.map(({ action, words }) => ({ value: action, label: words[language] }));
  if (filter.action !== undefined && !known.some(({ action }) => action === filter.action)) {
    actions.push({ value: filter.action, label: filter.action });
  }
  actions.sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <>
      <FilterBar
        label={t('filter.label')}
        end={
          <a className="action" href={csvAddress(filter)} download>
            <IconFileTypeCsv size={18} aria-hidden />
            {t('filter.export')}
          </a>
        }
      >
        <DayField
          label={t('filter.from')}
          value={filter.from}
          onChange={(from) => setUrl({ from })}
        />
        <DayField label={t('filter.to')} value={filter.to} onChange={(to) => setUrl({ to })} />
        {overAll && (
          <Suspense>
            <OrganisationFilter value={filter.organisation} />
          </Suspense>
        )}
        <NativeSelect
          label={t('filter.action')}
          value={filter.action ?? ''}
          options={[{ value: '', label: t('filter.anything') }, ...actions]}
          onChange={(action) => setUrl({ action })}
        />
      </FilterBar>
      {isBackwards(filter) && <p role="status">{t('filter.backwards')}</p>}
      <Active filter={filter} />
    </>
  );
}

/** The filters that have no field of their own, each with its way out. */
function Active({ filter }: { filter: FactFilter }) {
  const t = useMessages(auditMessages);
  const language = useLanguage();
  const [, setUrl] = useUrlState();
  const seen = useSeen();
  if (!isFiltered(filter)) return null;
  const chips: { what: string; off: UrlState }[] = [];
  if (filter.actor !== undefined) {
    const name =
      seen.actors.get(filter.actor)?.[language] ??
      t('filter.actorId', { id: String(filter.actor) });
    chips.push({ what: t('filter.actor', { name }), off: { actor: undefined } });
  }
  if (filter.subjectKind !== undefined || filter.subjectId !== undefined) {
    const kind = filter.subjectKind ?? '';
    const name = `${seen.subjects.get(kind)?.[language] ?? kind} ${filter.subjectId ?? ''}`;
    chips.push({
      what: t('filter.subject', { name: name.trim() }),
      off: { subjectKind: undefined, subjectId: undefined },
    });
  }
  return (
    <div className={styles.active} role="group" aria-label={t('filter.active')}>
      {chips.map(({ what, off }) => (
        <button
          key={what}
          type="button"
          className={styles.chip}
          aria-label={t('filter.remove', { what })}
          onClick={() => setUrl(off)}
        >
          <span>{what}</span>
          <IconX size={15} aria-hidden />
        </button>
      ))}
      <ActionButton quiet compact onClick={() => setUrl(noFilter)}>
        {t('filter.clear')}
      </ActionButton>
    </div>
  );
}
