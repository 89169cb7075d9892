import type { Overview } from '@nhip/server/gap/contract.ts';
import { Link } from '@tanstack/react-router';
import { useLocalText, useMessages } from '../language.ts';
import { BarLegend, DemandSupplyBar } from '../ui/demand-supply-bar.tsx';
import { useFigures } from '../ui/figures.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { gapChartMessages } from './chart-messages.ts';
import { CoverageStateBadge } from './coverage-state.tsx';
import styles from './largest-uncovered.module.css';
import { UncoveredExport } from './uncovered-chart-export.tsx';
import { gapMessages } from './messages.ts';
import { overviewMessages } from './overview-messages.ts';

type Row = Overview['largestUncovered'][number];

/** The largest demand that nothing teaches; without a programme simply the largest demand. */
export function LargestUncovered({ overview }: { overview: Overview }) {
  const t = useMessages(overviewMessages);
  const charts = useMessages(gapChartMessages);
  const localText = useLocalText();
  const { largestUncovered: rows, programme } = overview;
  const scale = Math.max(0.05, ...rows.map((row) => row.share.high)) * 1.02;
  const first = rows[0];
  if (!first) return <p>{charts('uncovered.nothing')}</p>;
  return (
    <section className={styles.section}>
      <h2>
        {charts(programme ? 'uncovered.finding' : 'uncovered.findingDemand', {
          name: localText(first.competency.label),
        })}
      </h2>
      <p className="muted small">{charts('uncovered.definition')}</p>
      <BarLegend />
      <ol className={styles.list}>
        {rows.map((row) => (
          <li key={row.competency.id}>
            <UncoveredRow row={row} scale={scale} programmeId={programme?.id} />
          </li>
        ))}
      </ol>
      {programme ? (
        <Link to="/coverage/$programmeId" params={{ programmeId: String(programme.id) }}>
          {t('uncovered.all')}
        </Link>
      ) : (
        <Link to="/demand">{t('uncovered.allDemand')}</Link>
      )}
      <UncoveredExport base={overview} rows={rows} />
    </section>
  );
}

function UncoveredRow(props: { row: Row; scale: number; programmeId: number | undefined }) {
  const t = useMessages(gapMessages);
  const f = useFigures();
  const { row, programmeId } = props;
  const code = row.competency.code;
  const name = <LocalTextView text={row.competency.label} fallback={code} />;
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        {programmeId === undefined ? (
          <Link to="/competencies/$code" params={{ code }} className={styles.name}>
            {name}
          </Link>
        ) : (
          <Link
            to="/coverage/$programmeId"
            params={{ programmeId: String(programmeId) }}
            search={{ open: code }}
            className={styles.name}
          >
            {name}
          </Link>
        )}
        {programmeId !== undefined && <CoverageStateBadge state={row.state} />}
      </div>
      <DemandSupplyBar share={row.share} exposure={row.exposure} scale={props.scale} />
      <p className={`${styles.figures} figures`}>
        <strong>{f.share(row.share.value)}</strong>
        <span>{t('figures.interval', { range: f.range(row.share.low, row.share.high) })}</span>
        <span>{t('figures.n', { n: row.vacancies })}</span>
        <span>{t('figures.byText', { share: f.share(row.shareByText) })}</span>
      </p>
    </div>
  );
}
