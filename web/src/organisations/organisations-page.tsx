import {
  OrganisationKind,
  Tier,
  type OrganisationPage,
} from '@nhip/server/organisations/contract.ts';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../language.ts';
import { useSession } from '../sign-in/session.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { PageState } from '../ui/page-state.tsx';
import { Paging } from '../ui/paging.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useUrlState } from '../url-state.ts';
import { organisationMessages } from './messages.ts';
import { NewOrganisation } from './new-organisation.tsx';
import { OrganisationList } from './organisation-list.tsx';
import { OrganisationTree } from './organisation-tree.tsx';
import { organisations } from './organisations-api.ts';
import styles from './organisations.module.css';

const pageSize = 50;

export default function OrganisationsPage() {
  const t = useMessages(organisationMessages);
  const [url, setUrl] = useUrlState();
  const manages = useSession()?.roles.includes('secretariat') ?? false;
  const tree = url.view === 'tree';
  const page = Number(url.page ?? 1);
  const search = {
    search: url.search,
    kind: OrganisationKind.safeParse(url.kind).data,
    tier: Tier.safeParse(url.tier).data,
    ended: url.ended === 'true' ? true : undefined,
    page,
    size: pageSize,
  };
  const query = useQuery({ ...organisations(search), placeholderData: (before) => before });
  return (
    <>
      <PageHeading
        title={t('title')}
        lead={t('lead')}
        actions={
          manages &&
          url.new === undefined && (
            <ActionButton primary icon={IconPlus} onClick={() => setUrl({ new: '1' }, true)}>
              {t('add')}
            </ActionButton>
          )
        }
      />
      {manages && url.new !== undefined && <NewOrganisation onClose={() => setUrl({ new: '' })} />}
      <Filters query={query.data} tree={tree} />
      {tree ? (
        <OrganisationTree ended={search.ended} />
      ) : (
        <PageState query={query} page>
          {(found) => (
            <>
              <OrganisationList rows={found.items} />
              <Paging
                page={page}
                size={pageSize}
                total={found.total}
                onPage={(next) => setUrl({ page: String(next) }, true)}
              />
            </>
          )}
        </PageState>
      )}
    </>
  );
}

function Filters(props: { query: OrganisationPage | undefined; tree: boolean }) {
  const t = useMessages(organisationMessages);
  const [url, setUrl] = useUrlState();
  const all = { value: '', label: t('any') };
  const change = (part: Record<string, string>) => setUrl({ ...part, page: '' });
  return (
    <FilterBar
      label={t('filter')}
      end={
        !props.tree &&
        props.query && (
          <span className="muted" role="status">
            {t('count', { count: props.query.total })}
          </span>
        )
      }
    >
      <NativeSelect
        label={t('view')}
        value={props.tree ? 'tree' : ''}
        options={[
          { value: '', label: t('asList') },
          { value: 'tree', label: t('asTree') },
        ]}
        onChange={(view) => change({ view })}
      />
      {!props.tree && (
        <>
          <SearchField
            label={t('search')}
            value={url.search ?? ''}
            onChange={(search) => change({ search })}
          />
          <NativeSelect
            label={t('kindLabel')}
            value={url.kind ?? ''}
            options={[
              all,
              ...OrganisationKind.options.map((kind) => ({
                value: kind,
                label: t(`kind.${kind}`),
              })),
            ]}
            onChange={(kind) => change({ kind })}
          />
          <NativeSelect
            label={t('tierLabel')}
            value={url.tier ?? ''}
            options={[
              all,
              ...Tier.options.map((tier) => ({ value: tier, label: t(`tier.${tier}`) })),
            ]}
            onChange={(tier) => change({ tier })}
          />
        </>
      )}
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={url.ended === 'true'}
          onChange={(event) => change({ ended: event.target.checked ? 'true' : '' })}
        />
        {t('ended')}
      </label>
    </FilterBar>
  );
}
