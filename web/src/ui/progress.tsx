import { useRef } from 'react';
import { useMessages, type TranslateOf } from '../language.ts';
import { uiMessages } from './messages.ts';
import styles from './progress.module.css';
import { pace, type Sample } from './pace.ts';

/** Long work: a bar, the count, the rate and the remaining time. `total` null: the end is not known yet. */
export function Progress(props: { label: string; done: number; total: number | null }) {
  const t = useMessages(uiMessages);
  const samples = useRef<Sample[]>([]);
  const { done, total } = props;
  const last = samples.current.at(-1);
  if (last === undefined || last.done !== done) {
    if (last && done < last.done) samples.current = [];
    samples.current.push({ at: performance.now(), done });
  }
  const { perSecond, seconds } = pace(samples.current, total);
  return (
    <div className={styles.progress}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total === null ? undefined : done}
        data-open={total === null || undefined}
      >
        <svg width="100%" height="8" aria-hidden>
          <rect
            width={total ? `${Math.min(100, (100 * done) / total)}%` : '100%'}
            height="8"
            rx="4"
          />
        </svg>
      </div>
      <p className={`${styles.words} figures`}>
        <span>
          {total === null
            ? t('progress.of', { done, total: '…' })
            : t('progress.of', { done, total })}
        </span>
        {perSecond !== null && <span>{t('progress.rate', { rate: perSecond })}</span>}
        {seconds !== null && <span>{remaining(seconds, t)}</span>}
      </p>
    </div>
  );
}

function remaining(seconds: number, t: TranslateOf<typeof uiMessages>): string {
  if (seconds < 2) return t('progress.nearly');
  if (seconds < 90) return t('progress.remainingSeconds', { count: Math.round(seconds) });
  return t('progress.remainingMinutes', { count: Math.round(seconds / 60) });
}
