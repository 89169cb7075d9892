import { GrantedRole } from '@nhip/server/actors/contract.ts';
import { MemberStatus, type OrganisationDetail } from '@nhip/server/organisations/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { addressOf, type Search } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import { roleWords } from '../sign-in/role-words.ts';
import { useSession } from '../sign-in/session.ts';
import { FilterBar } from '../ui/filter-bar.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useUrlState } from '../url-state.ts';
import { memberMessages } from './member-messages.ts';
import { units } from './organisations-api.ts';
import { unitOptions } from './unit-form.tsx';

/** The filter as the address has it; what nobody knows is left out. */
export function useMemberFilter(): { filter: Search; filtered: boolean } {
  const [url] = useUrlState();
  const filter = {
    search: url.search,
    unit: /^\d+$/.test(url.unit ?? '') ? url.unit : undefined,
    role: GrantedRole.safeParse(url.role).data,
    status: MemberStatus.safeParse(url.status).data,
  };
  return { filter, filtered: Object.values(filter).some(Boolean) };
}

export function MemberFilters(props: {
  organisation: OrganisationDetail;
  total: number | undefined;
}) {
  const t = useMessages(memberMessages);
  const role = useMessages(roleWords);
  const language = useLanguage();
  const [url, setUrl] = useUrlState();
  const { filter } = useMemberFilter();
  const { id } = props.organisation;
  const own = useSession()?.organisation?.id === id;
  const unitList = useQuery({ ...units(id), enabled: own }).data ?? [];
  const all = { value: '', label: t('all') };
  const change = (part: Record<string, string>) => setUrl({ ...part, page: '', open: '' });
  const file = (ending: string) =>
    addressOf(`/api/organisations/${id}/members.${ending}`, { ...filter, lang: language });
  return (
    <FilterBar
      label={t('filter')}
      end={
        <>
          {props.total !== undefined && (
            <span className="muted" role="status">
              {t('count', { count: props.total })}
            </span>
          )}
          <a className="action" href={file('xlsx')} download>
            Excel (.xlsx)
          </a>
          <a className="action" href={file('csv')} download>
            CSV
          </a>
        </>
      }
    >
      <SearchField
        label={t('search')}
        value={url.search ?? ''}
        onChange={(search) => change({ search })}
      />
      {unitList.length > 0 && (
        <NativeSelect
          label={t('unit')}
          value={url.unit ?? ''}
          options={unitOptions(unitList, undefined, t('all'))}
          onChange={(unit) => change({ unit })}
        />
      )}
      <NativeSelect
        label={t('role')}
        value={url.role ?? ''}
        options={[
          all,
          ...GrantedRole.options.map((one) => ({ value: one, label: role(`name.${one}`) })),
        ]}
        onChange={(chosen) => change({ role: chosen })}
      />
      <NativeSelect
        label={t('statusLabel')}
        value={url.status ?? ''}
        options={[
          all,
          ...MemberStatus.options.map((one) => ({ value: one, label: t(`status.${one}`) })),
        ]}
        onChange={(status) => change({ status })}
      />
    </FilterBar>
  );
}
