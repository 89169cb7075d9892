import type { PrecisionReport, PrecisionSeries } from '@nhip/server/review/precision/contract.ts';
import { useMessages } from '../../language.ts';
import { useFigures } from '../../ui/figures.tsx';
import { qualityMessages } from './messages.ts';
import { bandOf, heightOf, panel, placed } from './precision-layout.ts';
import styles from './precision-panel.module.css';
import page from './quality-page.module.css';

const ticks = [0, 0.25, 0.5, 0.75, 1];

/** One tier and language: a line with its intervals, or why nothing can be said. */
export function PrecisionPanel(props: { report: PrecisionReport; series: PrecisionSeries }) {
  const t = useMessages(qualityMessages);
  const f = useFigures();
  const { report, series } = props;
  const name = t('precision.series', {
    tier: t(`tier.${series.tier}`),
    language: t(`language.${series.language}`),
  });
  const { points, marks, from, to } = placed(report, series);
  const last = series.points.at(-1);
  const said = points.map(({ point }) =>
    t('precision.point', {
      from: f.date(point.from),
      precision: f.share(point.precision!),
      range: f.range(point.low!, point.high!),
      right: point.right,
      decided: point.decided,
    }),
  );
  return (
    <section className={page.card}>
      <h2>{name}</h2>
      {points.length > 0 && (
        <svg
          className={styles.chart}
          viewBox={`0 0 ${panel.width} ${panel.height}`}
          role="img"
          aria-label={`${t('precision.chart', { series: name })}. ${said.join('; ')}`}
        >
          {ticks.map((share) => (
            <g key={share}>
              <line
                className={styles.grid}
                x1={panel.left}
                x2={panel.width - panel.right}
                y1={heightOf(share)}
                y2={heightOf(share)}
              />
              <text className={styles.tick} x={panel.left - 8} y={heightOf(share) + 4}>
                {f.share(share)}
              </text>
            </g>
          ))}
          {marks.map(({ x, number }) => (
            <g key={number}>
              <line
                className={styles.mark}
                x1={x}
                x2={x}
                y1={panel.top - 8}
                y2={panel.height - panel.bottom}
              />
              <text className={styles.number} x={x} y={panel.top - 12}>
                {number}
              </text>
            </g>
          ))}
          <polygon className={styles.band} points={bandOf(points)} />
          {points.map(({ x, low, high, point }) => (
            <line key={point.from} className={styles.interval} x1={x} x2={x} y1={low} y2={high} />
          ))}
          <polyline
            className={styles.line}
            points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
          />
          {points.map(({ x, y, point }) => (
            <circle key={point.from} className={styles.point} cx={x} cy={y} r="4.5" />
          ))}
          <text className={styles.day} x={panel.left} y={panel.height - 8}>
            {f.date(new Date(from).toISOString().slice(0, 10))}
          </text>
          <text
            className={`${styles.day} ${styles.end}`}
            x={panel.width - panel.right}
            y={panel.height - 8}
          >
            {f.date(new Date(to).toISOString().slice(0, 10))}
          </text>
        </svg>
      )}
      {last && last.precision === null && (
        <p className={page.refused}>
          {t('precision.few', {
            decided: last.decided,
            drawn: last.drawn,
            least: report.least,
          })}
        </p>
      )}
    </section>
  );
}
