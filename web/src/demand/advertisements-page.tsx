import type { AdvertisementPage } from '@nhip/server/demand/contract.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { competencyAreas } from '../frameworks/frameworks-api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { uiMessages } from '../ui/messages.ts';
import { Notice } from '../ui/notice.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { Paging } from '../ui/paging.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useUrlState } from '../url-state.ts';
import { AdvertisementRow } from './advertisement-row.tsx';
import styles from './advertisements-page.module.css';
import { advertisements, type AdvertisementFilter } from './demand-api.ts';
import { HeldAdvertisements } from './held-advertisements.tsx';
import { demandMessages } from './messages.ts';
import { RegionSelect } from './region-select.tsx';
import { useAdmission, type Admissions } from './use-admission.ts';

const statuses = ['counted', 'held', 'excluded'] as const;

export default function AdvertisementsPage() {
  const t = useMessages(demandMessages);
  const [url] = useUrlState();
  const { q, competency, region, status } = url;
  const filter = { q, competency, region, status };
  const query = useQuery({
    ...advertisements({ ...filter, page: Number(url.page) || 1 }),
    placeholderData: keepPreviousData,
  });
  const held = status === 'held';
  const admission = useAdmission('held');
  return (
    <>
      <PageHeading
        title={t(held ? 'list.titleHeld' : 'list.title')}
        lead={t(held ? 'list.leadHeld' : 'list.lead')}
        above={<Link to="/demand">{t('title')}</Link>}
      />
      <Filters total={query.data?.total} />
      <PageState query={query}>
        {(page) => <List page={page} filter={filter} admission={admission} />}
      </PageState>
      <Notice content={admission.notice} onClose={admission.closeNotice} />
    </>
  );
}

function List(props: {
  page: AdvertisementPage;
  filter: AdvertisementFilter;
  admission: Admissions;
}) {
  const { page, filter, admission } = props;
  const t = useMessages(demandMessages);
  const [, setUrl] = useUrlState();
  if (page.items.length === 0) return <Nothing filter={filter} />;
  return (
    <>
      {filter.status === 'held' ? (
        <HeldAdvertisements page={page} filter={filter} admission={admission} />
      ) : (
        <ol className={styles.list} aria-label={t('list.label')}>
          {page.items.map((item) => (
            <AdvertisementRow key={item.id} item={item} />
          ))}
        </ol>
      )}
      <Paging
        page={page.page}
        size={page.size}
        total={page.total}
        onPage={(next) => {
          setUrl({ page: next === 1 ? undefined : String(next) }, true);
          scrollTo({ top: 0 });
        }}
      />
    </>
  );
}

function Filters({ total }: { total: number | undefined }) {
  const t = useMessages(demandMessages);
  const ui = useMessages(uiMessages);
  const [url, setUrl] = useUrlState();
  const narrow = (part: Record<string, string>) => setUrl({ ...part, page: undefined });
  return (
    <FilterBar
      label={t('list.filterLabel')}
      end={
        <span className="muted figures" role="status">
          {total !== undefined && t('list.found', { count: total })}
        </span>
      }
    >
      <SearchField
        label={t('list.search')}
        value={url.q ?? ''}
        onChange={(q) => narrow({ q })}
        placeholder={t('filter.placeholder')}
      />
      <div className={styles.competency}>
        <CompetencySelect
          value={url.competency ?? ''}
          onChange={(competency) => narrow({ competency })}
        />
      </div>
      <RegionSelect value={url.region ?? ''} onChange={(region) => narrow({ region })} />
      <NativeSelect
        label={t('list.status')}
        value={url.status ?? ''}
        onChange={(status) => narrow({ status })}
        options={[
          { value: '', label: ui('filter.all') },
          ...statuses.map((value) => ({ value, label: t(`status.${value}`) })),
        ]}
      />
    </FilterBar>
  );
}

function CompetencySelect(props: { value: string; onChange: (code: string) => void }) {
  const t = useMessages(demandMessages);
  const local = useLocalText();
  const areas = useQuery({ ...competencyAreas, staleTime: 10 * 60_000 }).data ?? [];
  const options = areas.flatMap(({ competency: area, children }) =>
    children.map(({ code, label }) => ({
      value: code,
      label: `${local(label)} (${local(area.label)})`,
    })),
  );
  return (
    <NativeSelect
      label={t('list.competency')}
      value={props.value}
      onChange={props.onChange}
      options={[{ value: '', label: t('list.anyCompetency') }, ...options]}
    />
  );
}

/** Nothing at all, nothing held, or nothing that matches: each with its own way on. */
function Nothing({ filter }: { filter: AdvertisementFilter }) {
  const t = useMessages(demandMessages);
  if (!Object.values(filter).some(Boolean)) {
    return (
      <Empty
        title={t('list.empty')}
        action={
          <Link className="action" data-primary to="/imports">
            {t('empty.import')}
          </Link>
        }
      >
        {t('list.emptyBody')}
      </Empty>
    );
  }
  const onlyHeld = filter.status === 'held' && !filter.q && !filter.competency && !filter.region;
  return (
    <Empty
      title={t(onlyHeld ? 'list.noHeld' : 'list.none')}
      action={
        <Link className="action" to="/advertisements">
          {t('list.clear')}
        </Link>
      }
    >
      {t(onlyHeld ? 'list.noHeldBody' : 'list.noneBody')}
    </Empty>
  );
}
