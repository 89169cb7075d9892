import type { Estimate as EstimateFigures } from '@nhip/server/measures/contract.ts';
import { useMessages } from '../language.ts';
import styles from './estimate.module.css';
import { useFigures } from './figures.tsx';
import { uiMessages } from './messages.ts';

/**
 * A share with everything that belongs to it: the value or its bounds in figures, the bounds as a band,
 * the 95 % interval as a whisker on an axis of 0–100 %, and n.
 */
export function Estimate(props: {
  estimate: EstimateFigures;
  n?: number | null;
  /** What n counts, in words. */
  unit?: string;
  tone?: 'demand' | 'supply';
  size?: 'large' | 'small';
}) {
  const t = useMessages(uiMessages);
  const f = useFigures();
  const { boundLow, boundHigh, intervalLow, intervalHigh } = props.estimate;
  const interval =
    intervalLow === null || intervalHigh === null ? undefined : f.range(intervalLow, intervalHigh);
  return (
    <div className={styles.estimate} data-size={props.size ?? 'small'} data-tone={props.tone}>
      <p className={`${styles.figure} figures`}>{f.range(boundLow, boundHigh)}</p>
      <EstimateLine estimate={props.estimate} />
      <p className={`${styles.under} figures`}>
        {interval && <span>{t('estimate.interval', { range: interval })}</span>}
        {props.n !== undefined && props.n !== null && (
          <span>{t('estimate.n', { n: props.n, unit: props.unit ?? '' }).trim()}</span>
        )}
      </p>
    </div>
  );
}

const percent = (share: number) => `${Math.min(1, Math.max(0, share)) * 100}%`;

/** Only the drawing; the figures stand beside it in words. */
export function EstimateLine({ estimate }: { estimate: EstimateFigures }) {
  const { boundLow, boundHigh, intervalLow, intervalHigh } = estimate;
  const exact = boundHigh - boundLow < 0.004;
  return (
    <svg className={styles.line} width="100%" height="22" aria-hidden>
      <rect className={styles.axis} x="0" y="9" width="100%" height="4" rx="2" />
      {[0.25, 0.5, 0.75].map((tick) => (
        <line
          key={tick}
          className={styles.tick}
          x1={percent(tick)}
          x2={percent(tick)}
          y1="6"
          y2="16"
        />
      ))}
      {intervalLow !== null && intervalHigh !== null && (
        <>
          <line
            className={styles.whisker}
            x1={percent(intervalLow)}
            x2={percent(intervalHigh)}
            y1="11"
            y2="11"
          />
          <line
            className={styles.whisker}
            x1={percent(intervalLow)}
            x2={percent(intervalLow)}
            y1="5"
            y2="17"
          />
          <line
            className={styles.whisker}
            x1={percent(intervalHigh)}
            x2={percent(intervalHigh)}
            y1="5"
            y2="17"
          />
        </>
      )}
      {exact ? (
        <circle className={styles.band} cx={percent(boundLow)} cy="11" r="5" />
      ) : (
        <rect
          className={styles.band}
          x={percent(boundLow)}
          y="6"
          width={percent(boundHigh - boundLow)}
          height="10"
          rx="3"
        />
      )}
    </svg>
  );
}
