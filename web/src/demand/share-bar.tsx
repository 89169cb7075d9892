import type { Share } from '@nhip/server/demand/contract.ts';
import { useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { demandMessages } from './messages.ts';
import styles from './share-bar.module.css';

/** A share of vacancies in the colour of demand, with its 95 % interval; `scale` is the share at the right end. */
export function ShareBar({ share, scale }: { share: Share; scale: number }) {
  const t = useMessages(demandMessages);
  const f = useFigures();
  const at = (value: number) => `${Math.min(100, (100 * value) / scale)}%`;
  return (
    <svg
      className={styles.bar}
      width="100%"
      height="14"
      role="img"
      aria-label={t('table.spoken', {
        share: f.share(share.value),
        low: f.share(share.low),
        high: f.share(share.high),
      })}
    >
      <rect className={styles.share} x="0" y="2" width={at(share.value)} height="10" rx="2" />
      <line className={styles.whisker} x1={at(share.low)} x2={at(share.high)} y1="7" y2="7" />
      <line className={styles.whisker} x1={at(share.low)} x2={at(share.low)} y1="3" y2="11" />
      <line className={styles.whisker} x1={at(share.high)} x2={at(share.high)} y1="3" y2="11" />
    </svg>
  );
}
