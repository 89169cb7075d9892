import type { DemandRow, DemandTable as Demand } from '@nhip/server/demand/contract.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { competencyAreas } from '../frameworks/frameworks-api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { ExportLinks } from '../ui/export-links.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { plain } from '../ui/plain.ts';
import { SearchField } from '../ui/search-field.tsx';
import { uiMessages } from '../ui/messages.ts';
import { useUrlState } from '../url-state.ts';
import { demandTable, fewestAdvertisements } from './demand-api.ts';
import { DemandBaseLine } from './demand-base-line.tsx';
import { DemandTable } from './demand-table.tsx';
import { FewAdvertisements } from './few-advertisements.tsx';
import { demandMessages } from './messages.ts';
import { RegionSelect, useRegionName } from './region-select.tsx';

export default function DemandPage() {
  const t = useMessages(demandMessages);
  const [url] = useUrlState();
  const region = useRegionName(url.region);
  const query = useQuery({ ...demandTable(url.region), placeholderData: keepPreviousData });
  return (
    <>
      <PageHeading
        title={region ? t('titleRegion', { region }) : t('title')}
        lead={t('lead')}
        actions={
          <Link className="action" to="/advertisements" search={{ region: url.region }}>
            {t('toAdvertisements')}
          </Link>
        }
      />
      <PageState query={query}>
        {(demand) => <DemandOf demand={demand} regionName={region} />}
      </PageState>
    </>
  );
}

function DemandOf({ demand, regionName }: { demand: Demand; regionName: string | undefined }) {
  const t = useMessages(demandMessages);
  const ui = useMessages(uiMessages);
  const [url, setUrl] = useUrlState();
  const areas = useAreaNames();
  const rows = demand.rows.filter(matching(url.q ?? '', url.area ?? ''));
  const { advertisements } = demand.base;
  const few =
    regionName !== undefined && advertisements > 0 && advertisements < fewestAdvertisements;
  if (advertisements === 0 && !regionName) {
    return (
      <Empty
        title={t('empty.title')}
        action={
          <Link className="action" data-primary to="/imports">
            {t('empty.import')}
          </Link>
        }
      >
        {t('empty.body')}
      </Empty>
    );
  }
  return (
    <>
      {advertisements > 0 && <DemandBaseLine base={demand.base} region={url.region} />}
      <FilterBar
        label={t('filter.label')}
        end={
          advertisements > 0 && (
            <>
              <span className="muted small figures" role="status">
                {t('table.shown', { shown: rows.length, total: demand.rows.length })}
              </span>
              <ExportLinks path="/api/demand/export" search={{ region: url.region }} />
            </>
          )
        }
      >
        <RegionSelect value={url.region ?? ''} onChange={(region) => setUrl({ region }, true)} />
        <NativeSelect
          label={t('filter.area')}
          value={url.area ?? ''}
          onChange={(area) => setUrl({ area }, true)}
          options={[
            { value: '', label: ui('filter.all') },
            ...[...areas].map(([value, label]) => ({ value, label })),
          ]}
        />
        <SearchField
          label={t('filter.search')}
          value={url.q ?? ''}
          onChange={(q) => setUrl({ q })}
          placeholder={t('filter.placeholder')}
        />
      </FilterBar>
      {few && <FewAdvertisements region={regionName} count={advertisements} />}
      {advertisements === 0 && regionName && (
        <Empty
          title={t('empty.region', { region: regionName })}
          action={
            <Link className="action" to="/demand">
              {t('few.country')}
            </Link>
          }
        >
          {t('empty.regionBody')}
        </Empty>
      )}
      {advertisements > 0 && (
        <DemandTable
          demand={demand}
          rows={rows}
          areaNames={areas}
          countsOnly={few}
          region={url.region}
        />
      )}
    </>
  );
}

/** Names and codes of the areas, in the order of the framework. */
function useAreaNames(): Map<string, string> {
  const local = useLocalText();
  const areas = useQuery({ ...competencyAreas, staleTime: 10 * 60_000 }).data ?? [];
  return new Map(areas.map(({ competency }) => [competency.code, local(competency.label)]));
}

/** Every word of the query begins a word of the name in either language or of the code; accents do not matter. */
function matching(query: string, area: string): (row: DemandRow) => boolean {
  const wanted = plain(query).split(' ').filter(Boolean);
  return ({ competency }) => {
    if (area && competency.areaCode !== area) return false;
    const { vi, en } = competency.label;
    const name = ` ${plain(`${vi ?? ''} ${en ?? ''} ${competency.code}`)}`;
    return wanted.every((word) => name.includes(` ${word}`));
  };
}
