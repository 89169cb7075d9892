import type { Share } from '@nhip/server/demand/contract.ts';
import { useMessages } from '../language.ts';
import styles from './demand-supply-bar.module.css';
import { useFigures } from './figures.tsx';
import { uiMessages } from './messages.ts';

/**
 * Demand over supply on one scale. Supply is the demand times the share of students who meet it:
 * solid what is sure, thinly hatched what may be, and the gap up to the demand as the coarse hatch.
 */
export function DemandSupplyBar(props: {
  share: Share;
  exposure: { low: number; high: number };
  /** The share at the right end of the scale, the same for every bar of a list. */
  scale: number;
}) {
  const t = useMessages(uiMessages);
  const f = useFigures();
  const { share, exposure } = props;
  const at = (value: number) => `${Math.min(100, (100 * value) / props.scale)}%`;
  const sure = share.value * exposure.low;
  const maybe = share.value * exposure.high;
  return (
    <svg
      className={styles.bar}
      width="100%"
      height="26"
      role="img"
      aria-label={t('bar.spoken', {
        demand: f.share(share.value),
        supply: f.range(sure, maybe),
      })}
    >
      <rect className={styles.demand} x="0" y="1" width={at(share.value)} height="10" rx="2" />
      <line className={styles.whisker} x1={at(share.low)} x2={at(share.high)} y1="6" y2="6" />
      <line className={styles.whisker} x1={at(share.low)} x2={at(share.low)} y1="3" y2="9" />
      <line className={styles.whisker} x1={at(share.high)} x2={at(share.high)} y1="3" y2="9" />
      {share.value > maybe && (
        <rect
          className={styles.gap}
          x={at(maybe)}
          y="14.5"
          width={at(share.value - maybe)}
          height="10"
          rx="2"
        />
      )}
      {maybe > sure && (
        <rect
          className={styles.maybe}
          x={at(sure)}
          y="14.5"
          width={at(maybe - sure)}
          height="10"
          rx="2"
        />
      )}
      {sure > 0 && (
        <rect className={styles.supply} x="0" y="14" width={at(sure)} height="11" rx="2" />
      )}
    </svg>
  );
}

/** What the two bars and the two hatches mean; once above a list of bars. */
export function BarLegend() {
  const t = useMessages(uiMessages);
  return (
    <ul className={styles.legend}>
      {(['demand', 'supply', 'maybe', 'gap'] as const).map((part) => (
        <li key={part}>
          <svg width="22" height="10" aria-hidden>
            <rect className={styles[part]} x="0.5" y="0.5" width="21" height="9" rx="2" />
          </svg>
          {t(`bar.${part}`)}
        </li>
      ))}
    </ul>
  );
}
