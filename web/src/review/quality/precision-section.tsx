import type {
  PrecisionPoint,
  PrecisionReport,
  PrecisionSeries,
} from '@nhip/server/review/precision/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage, useMessages } from '../../language.ts';
import { ChartExport } from '../../ui/chart/chart-export.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { useFigures } from '../../ui/figures.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { Empty, PageState } from '../../ui/page-state.tsx';
import { useUrlState } from '../../url-state.ts';
import { nameOfMark } from './name-of-mark.ts';
import { qualityMessages } from './messages.ts';
import { marksOf } from './precision-layout.ts';
import { PrecisionPanel } from './precision-panel.tsx';
import { precision } from './quality-api.ts';
import styles from './quality-page.module.css';

/** How often links that count by themselves were right, by when they were drawn. */
export function PrecisionSection() {
  const t = useMessages(qualityMessages);
  const [url, setUrl] = useUrlState();
  const per = url.per === 'week' ? 'week' : 'month';
  const query = useQuery({ ...precision(per), staleTime: 0 });
  return (
    <>
      <p className={styles.meaning}>{t('precision.meaning')}</p>
      <PageState query={query}>
        {(report) =>
          report.series.length === 0 ? (
            <Empty
              title={t('precision.none')}
              action={
                <Link
                  className="action"
                  data-primary
                  to="/review/quality"
                  search={{ show: 'sample' }}
                >
                  {t('precision.toSample')}
                </Link>
              }
            >
              {t('precision.noneBody')}
            </Empty>
          ) : (
            <>
              <div className={styles.bar}>
                <NativeSelect
                  inline
                  label={t('precision.per')}
                  value={per}
                  options={[
                    { value: 'month', label: t('precision.month') },
                    { value: 'week', label: t('precision.week') },
                  ]}
                  onChange={(value) => setUrl({ per: value === 'week' ? 'week' : undefined })}
                />
                <PrecisionExport report={report} />
                <ExportLinks path="/api/review/precision/export" search={{ per }} />
              </div>
              <div className={styles.panels}>
                {report.series.map((series) => (
                  <PrecisionPanel
                    key={`${series.tier} ${series.language}`}
                    {...{ report, series }}
                  />
                ))}
              </div>
              <Marks report={report} />
              <PrecisionTable report={report} />
            </>
          )
        }
      </PageState>
    </>
  );
}

function PrecisionExport({ report }: { report: PrecisionReport }) {
  const t = useMessages(qualityMessages);
  const language = useLanguage();
  if (report.series.every(({ points }) => points.every((point) => point.precision === null))) {
    return null;
  }
  return (
    <ChartExport
      chart={t('precision.finding')}
      file={t('precision.file')}
      draw={async (sheet) => {
        const { precisionChart } = await import('./precision-chart.ts');
        return precisionChart(report, { language, quality: t }, sheet);
      }}
    />
  );
}

function Marks({ report }: { report: PrecisionReport }) {
  const t = useMessages(qualityMessages);
  const f = useFigures();
  const marks = marksOf(report);
  if (marks.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('precision.marks')}</h2>
      <p className="muted small">{t('precision.marksMeaning')}</p>
      <ol className={styles.marks}>
        {marks.map(({ mark, number }) => (
          <li key={number}>
            {f.date(mark.at)}: {nameOfMark(mark, t)}
          </li>
        ))}
      </ol>
    </section>
  );
}

type Row = PrecisionPoint & Pick<PrecisionSeries, 'tier' | 'language'>;

function PrecisionTable({ report }: { report: PrecisionReport }) {
  const t = useMessages(qualityMessages);
  const f = useFigures();
  const rows: Row[] = report.series.flatMap(({ tier, language, points }) =>
    points.map((point) => ({ ...point, tier, language })),
  );
  return (
    <section className={styles.section}>
      <h2>{t('precision.table')}</h2>
      <DataTable
        caption={t('precision.table')}
        rows={rows}
        rowKey={(row) => `${row.tier}-${row.language}-${row.from}`}
        columns={[
          {
            id: 'kind',
            header: t('precision.kind'),
            cell: (row) =>
              t('precision.series', {
                tier: t(`tier.${row.tier}`),
                language: t(`language.${row.language}`),
              }),
          },
          { id: 'from', header: t('precision.from'), cell: (row) => f.date(row.from) },
          {
            id: 'drawn',
            header: t('precision.drawn'),
            align: 'end',
            cell: (row) => f.number(row.drawn),
          },
          {
            id: 'decided',
            header: t('precision.decided'),
            align: 'end',
            cell: (row) => f.number(row.decided),
          },
          {
            id: 'right',
            header: t('precision.right'),
            align: 'end',
            cell: (row) => f.number(row.right),
          },
          {
            id: 'value',
            header: t('precision.value'),
            align: 'end',
            cell: (row) =>
              row.precision === null
                ? t('precision.refused', { least: report.least })
                : f.share(row.precision, 1),
          },
          {
            id: 'interval',
            header: t('precision.interval'),
            align: 'end',
            cell: (row) =>
              row.low === null || row.high === null ? '–' : f.range(row.low, row.high),
          },
        ]}
      />
    </section>
  );
}
