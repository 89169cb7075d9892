import { AdvertisementPage } from '@nhip/server/demand/contract.ts';
import type { CoverageReport, CoverageRow } from '@nhip/server/gap/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { reading } from '../api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { BarLegend, DemandSupplyBar } from '../ui/demand-supply-bar.tsx';
import { useFigures } from '../ui/figures.tsx';
import { Highlighted } from '../ui/highlighted.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { briefMessages } from './brief-messages.ts';
import styles from './brief-table.module.css';
import { excerptAround } from './excerpt-around.ts';
import { UncoveredExport } from './uncovered-chart-export.tsx';

/** As many rows as the page holds when every name and sentence takes all the lines it may. */
const most = 6;

/** The largest demand that nothing teaches, each with a sentence that asks for it and what the programme has instead. */
export function BriefUncovered({ report }: { report: CoverageReport }) {
  const t = useMessages(briefMessages);
  const rows = report.rows.filter((row) => row.state !== 'taught').slice(0, most);
  const scale = Math.max(0.05, ...rows.map((row) => row.share.high)) * 1.02;
  return (
    <section>
      <div className={styles.title}>
        <h2>{t('uncovered')}</h2>
        <BarLegend />
        {rows.length > 0 && <UncoveredExport base={report} rows={rows} compact />}
      </div>
      {rows.length === 0 ? (
        <p>{t('uncoveredNone')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('column.competency')}</th>
              <th>{t('column.share')}</th>
              <th>{t('column.evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <UncoveredRow key={row.competency.id} row={row} scale={scale} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function UncoveredRow({ row, scale }: { row: CoverageRow; scale: number }) {
  const t = useMessages(briefMessages);
  const f = useFigures();
  return (
    <tr>
      <th scope="row">
        <span className={styles.clamp}>
          <LocalTextView text={row.competency.label} fallback={row.competency.code} />
        </span>
      </th>
      <td>
        <DemandSupplyBar share={row.share} exposure={row.exposure} scale={scale} />
        <span className={styles.clamp}>
          <strong>{f.share(row.share.value)}</strong> [{f.range(row.share.low, row.share.high)}] n ={' '}
          {f.number(row.vacancies)}, {t('evidence.byText', { share: f.share(row.shareByText) })}
        </span>
      </td>
      <td>
        <p className={styles.line}>
          <Instead row={row} />
        </p>
        <Sentence code={row.competency.code} />
      </td>
    </tr>
  );
}

/** What the programme has in the place of an outcome. */
function Instead({ row }: { row: CoverageRow }) {
  const t = useMessages(briefMessages);
  const localText = useLocalText();
  if (row.state === 'taught') return null;
  const first = row.courses[0];
  const named = first ? `${first.code ?? ''} ${localText(first.title)}`.trim() : '';
  const rest = row.courses.length - 1;
  const courses = rest > 0 ? t('evidence.more', { courses: named, count: rest }) : named;
  return <>{t(`evidence.${row.state}`, { courses })}</>;
}

function Sentence({ code }: { code: string }) {
  const t = useMessages(briefMessages);
  const f = useFigures();
  const { data } = useQuery(
    reading(AdvertisementPage, '/api/advertisements', {
      competency: code,
      status: 'counted',
      size: 1,
    }),
  );
  const item = data?.items[0];
  if (!item?.excerpt) return null;
  const excerpt = excerptAround(item.excerpt, 130);
  return (
    <p className={styles.sentence}>
      {t('evidence.excerpt', { id: String(item.id), date: f.date(item.postedOn) })}
      <Highlighted text={excerpt.text} spans={[excerpt]} tone="demand" />
    </p>
  );
}
