import type { CoverageReport, CoverageRow } from '@nhip/server/gap/contract.ts';
import { useEffect, useMemo } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { BarLegend, DemandSupplyBar } from '../ui/demand-supply-bar.tsx';
import { useFigures } from '../ui/figures.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { plain } from '../ui/plain.ts';
import { uiMessages } from '../ui/messages.ts';
import { useUrlState } from '../url-state.ts';
import { useAreas } from './areas.ts';
import { CoverageEvidence } from './coverage-evidence.tsx';
import { coverageMessages } from './coverage-messages.ts';
import { CoverageStateBadge, coverageStates } from './coverage-state.tsx';
import styles from './coverage-table.module.css';
import { gapMessages } from './messages.ts';

export function CoverageTable({ report }: { report: CoverageReport }) {
  const t = useMessages(coverageMessages);
  const localText = useLocalText();
  const [url, setUrl] = useUrlState();
  const columns = useColumns(report.rows);
  const rows = useMemo(
    () => report.rows.filter((row) => matches(row, url.state, url.area, url.q)),
    [report.rows, url.state, url.area, url.q],
  );
  useArriveAt(url.open);
  return (
    <>
      <Filters report={report} shown={rows.length} />
      <BarLegend />
      <DataTable
        caption={t('table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.competency.code}
        rowName={(row) => localText(row.competency.label)}
        sort={{ column: 'share', direction: 'desc' }}
        open={url.open}
        onOpen={(code) => setUrl({ open: code })}
        detail={(row) => <CoverageEvidence row={row} programmeId={report.programme.id} />}
      />
    </>
  );
}

function useColumns(rows: CoverageRow[]): Column<CoverageRow>[] {
  const t = useMessages(coverageMessages);
  const gap = useMessages(gapMessages);
  const f = useFigures();
  const localText = useLocalText();
  const scale = Math.max(0.05, ...rows.map((row) => row.share.high)) * 1.02;
  return [
    {
      id: 'competency',
      header: t('column.competency'),
      width: '24%',
      sortBy: (row) => localText(row.competency.label),
      cell: (row) => (
        <span className={styles.name}>
          <LocalTextView text={row.competency.label} fallback={row.competency.code} />
        </span>
      ),
    },
    {
      id: 'bar',
      header: t('column.bar'),
      width: '22%',
      card: 'wide',
      cell: (row) => <DemandSupplyBar share={row.share} exposure={row.exposure} scale={scale} />,
    },
    {
      id: 'share',
      header: t('column.share'),
      align: 'end',
      width: '13%',
      sortBy: (row) => row.share.value,
      cell: (row) => (
        <span className={styles.figures}>
          <strong>{f.share(row.share.value)}</strong>{' '}
          {gap('figures.interval', { range: f.range(row.share.low, row.share.high) })}
        </span>
      ),
    },
    {
      id: 'n',
      header: t('column.n'),
      align: 'end',
      width: '6%',
      sortBy: (row) => row.vacancies,
      cell: (row) => f.number(row.vacancies),
    },
    {
      id: 'text',
      header: t('column.byText'),
      align: 'end',
      width: '9%',
      sortBy: (row) => row.shareByText,
      cell: (row) => f.share(row.shareByText),
    },
    {
      id: 'state',
      header: t('column.state'),
      width: '17%',
      sortBy: (row) => coverageStates.indexOf(row.state),
      cell: (row) => <CoverageStateBadge state={row.state} />,
    },
    {
      id: 'exposure',
      header: t('column.exposure'),
      align: 'end',
      width: '9%',
      sortBy: (row) => (row.state === 'taught' ? row.exposure.low + row.exposure.high : null),
      cell: (row) =>
        row.state === 'taught' ? f.range(row.exposure.low, row.exposure.high) : t('notTaught'),
    },
  ];
}

function Filters({ report, shown }: { report: CoverageReport; shown: number }) {
  const t = useMessages(coverageMessages);
  const gap = useMessages(gapMessages);
  const ui = useMessages(uiMessages);
  const [url, setUrl] = useUrlState();
  const areas = useAreas(report.rows.map((row) => row.competency));
  const all = { value: '', label: ui('filter.all') };
  return (
    <FilterBar
      label={t('filters')}
      end={
        <p className="muted figures" role="status">
          {t('count', { shown, count: report.rows.length })}
        </p>
      }
    >
      <SearchField label={t('find')} value={url.q ?? ''} onChange={(q) => setUrl({ q })} />
      <NativeSelect
        label={t('state')}
        value={url.state ?? ''}
        onChange={(state) => setUrl({ state })}
        options={[
          all,
          ...coverageStates.map((state) => ({ value: state, label: gap(`state.${state}`) })),
        ]}
      />
      <NativeSelect
        label={t('area')}
        value={url.area ?? ''}
        onChange={(area) => setUrl({ area })}
        options={[all, ...areas]}
      />
    </FilterBar>
  );
}

function matches(row: CoverageRow, state?: string, area?: string, q?: string): boolean {
  if (state && row.state !== state) return false;
  if (area && row.competency.areaCode !== area) return false;
  if (!q) return true;
  const { label, code } = row.competency;
  return plain(`${label.vi ?? ''} ${label.en ?? ''} ${code}`).includes(plain(q));
}

/** A link to one row (`?open=CODE`) arrives with the row in sight. */
function useArriveAt(code: string | undefined) {
  useEffect(() => {
    if (code) document.getElementById(`row-${code}`)?.scrollIntoView({ block: 'center' });
    // Only on arrival: a row that the reader opens stays where it is.
  }, []);
}
