import type { Reliability } from '@nhip/server/review/calibration/contract.ts';
import { useMessages } from '../../language.ts';
import { useFigures } from '../../ui/figures.tsx';
import { qualityMessages } from './messages.ts';
import page from './quality-page.module.css';
import styles from './reliability-plot.module.css';

const size = 300;
const left = 52;
const foot = 44;
const top = 10;
const inner = size - left - 14;
const x = (share: number) => left + share * inner;
const y = (share: number) => top + (1 - share) * inner;
const ticks = [0, 0.5, 1];

/** What was said against what held, before and after; the same as a table under it. */
export function ReliabilityPlot(props: { name: string; reliability: Reliability }) {
  const t = useMessages(qualityMessages);
  const f = useFigures();
  const { before, after } = props.reliability;
  const title = t('calibration.plot', { cell: props.name });
  return (
    <>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${size} ${top + inner + foot}`}
        role="img"
        aria-label={`${title}. ${t('calibration.plotMeaning')}`}
      >
        {ticks.map((share) => (
          <g key={share}>
            <line className={styles.grid} x1={left} x2={x(1)} y1={y(share)} y2={y(share)} />
            <line className={styles.grid} x1={x(share)} x2={x(share)} y1={y(0)} y2={y(1)} />
            <text className={styles.across} x={left - 6} y={y(share) + 4}>
              {f.share(share)}
            </text>
            <text className={styles.below} x={x(share)} y={y(0) + 16}>
              {f.share(share)}
            </text>
          </g>
        ))}
        <line className={styles.diagonal} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
        {before.map(({ from, said, held }) => (
          <circle key={from} className={styles.before} cx={x(said)} cy={y(held)} r="5" />
        ))}
        {after.map(({ from, said, held, low, high }) => (
          <g key={from}>
            <line className={styles.interval} x1={x(said)} x2={x(said)} y1={y(low)} y2={y(high)} />
            <circle className={styles.after} cx={x(said)} cy={y(held)} r="5" />
          </g>
        ))}
        <text className={styles.below} x={x(0.5)} y={y(0) + 36}>
          {t('calibration.said')}
        </text>
        <text className={styles.below} x={14} y={y(0.5)} transform={`rotate(-90 14 ${y(0.5)})`}>
          {t('calibration.held')}
        </text>
      </svg>
      <p className="muted small">{t('calibration.plotMeaning')}</p>
      <details>
        <summary>{t('calibration.plotTable')}</summary>
        <div className={page.scroll} tabIndex={0} role="region" aria-label={title}>
          <table className={page.table}>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('calibration.which')}</th>
                <th scope="col">{t('calibration.step')}</th>
                <th scope="col">n</th>
                <th scope="col">{t('calibration.said')}</th>
                <th scope="col">{t('calibration.held')}</th>
                <th scope="col">{t('precision.interval')}</th>
              </tr>
            </thead>
            <tbody>
              {(['before', 'after'] as const).flatMap((which) =>
                props.reliability[which].map((step) => (
                  <tr key={`${which} ${step.from}`}>
                    <td>{t(`calibration.${which}`)}</td>
                    <td>{f.range(step.from, step.to)}</td>
                    <td>{f.number(step.n)}</td>
                    <td>{f.share(step.said)}</td>
                    <td>{f.share(step.held)}</td>
                    <td>{f.range(step.low, step.high)}</td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
