import type { DemandRow, DemandTable as Demand } from '@nhip/server/demand/contract.ts';
import { Link } from '@tanstack/react-router';
import { useLocalText, useMessages } from '../language.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import styles from './demand-table.module.css';
import { demandMessages } from './messages.ts';
import { ShareBar } from './share-bar.tsx';

/** One row per competency. Where shares cannot be told apart (`countsOnly`) it gives counts and no shares. */
export function DemandTable(props: {
  demand: Demand;
  rows: DemandRow[];
  areaNames: Map<string, string>;
  countsOnly: boolean;
  region?: string;
}) {
  const t = useMessages(demandMessages);
  const f = useFigures();
  const local = useLocalText();
  const scale = Math.max(...props.demand.rows.map((row) => row.share.high), 0.01);
  const count = (row: DemandRow) =>
    props.countsOnly
      ? t('table.countOf', { n: row.vacancies, total: props.demand.base.vacancies })
      : f.number(row.vacancies);
  const name: Column<DemandRow> = {
    id: 'competency',
    header: t('table.competency'),
    sortBy: (row) => local(row.competency.label),
    cell: (row) => (
      <>
        <Link
          className={styles.name}
          to="/competencies/$code"
          params={{ code: row.competency.code }}
        >
          <LocalTextView text={row.competency.label} />
        </Link>
        <span className={styles.area}>
          {props.areaNames.get(row.competency.areaCode ?? '') ?? ''}
        </span>
      </>
    ),
  };
  const share: Column<DemandRow> = {
    id: 'share',
    header: t('table.share'),
    width: '38%',
    sortBy: (row) => row.share.value,
    cell: (row) => (
      <div className={styles.share}>
        <ShareBar share={row.share} scale={scale} />
        <span className={styles.figures}>
          <strong>{f.share(row.share.value)}</strong>
          <span className="muted small">
            {t('table.interval', { range: f.range(row.share.low, row.share.high) })}
          </span>
        </span>
      </div>
    ),
  };
  const vacancies: Column<DemandRow> = {
    id: 'vacancies',
    width: '8rem',
    header: t('table.vacancies'),
    align: 'end',
    sortBy: (row) => row.vacancies,
    cell: (row) => (
      <Link
        to="/advertisements"
        search={{ competency: row.competency.code, region: props.region, status: 'counted' }}
        aria-label={`${count(row)}: ${t('table.openAdvertisements', {
          name: local(row.competency.label),
        })}`}
      >
        {count(row)}
      </Link>
    ),
  };
  const byText: Column<DemandRow> = {
    id: 'byText',
    width: '13rem',
    header: t('table.byText'),
    align: 'end',
    sortBy: (row) => row.vacanciesByText,
    cell: (row) => (
      <span title={t('table.byTextTitle')}>
        {props.countsOnly ? f.number(row.vacanciesByText) : f.share(row.shareByText)}
      </span>
    ),
  };
  return (
    <DataTable
      caption={t('table.caption')}
      rows={props.rows}
      rowKey={(row) => row.competency.code}
      sort={{ column: 'vacancies', direction: 'desc' }}
      columns={props.countsOnly ? [name, vacancies, byText] : [name, share, vacancies, byText]}
      empty={t('table.none')}
    />
  );
}
