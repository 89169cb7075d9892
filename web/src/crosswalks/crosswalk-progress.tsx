import { useMessages } from '../language.ts';
import { remainingSeconds } from '../review/remaining-time.ts';
import styles from './crosswalk-progress.module.css';
import { crosswalkMessages } from './messages.ts';

/** “148 / 512 · ~9 minutes left”, with a bar. */
export function CrosswalkProgress(props: {
  decided: number;
  total: number;
  decidedAt: readonly number[];
}) {
  const t = useMessages(crosswalkMessages);
  const { decided, total } = props;
  const left = total - decided;
  return (
    <div className={styles.progress}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={t('progress.label')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={decided}
      >
        <svg width="100%" height="6" aria-hidden>
          <rect width={`${total === 0 ? 0 : (100 * decided) / total}%`} height="6" rx="3" />
        </svg>
      </div>
      <p className="figures">
        <strong>{t('progress.count', { decided, total })}</strong>{' '}
        <span className="muted">
          · <TimeLeft left={left} seconds={remainingSeconds(props.decidedAt, left)} />
        </span>
      </p>
    </div>
  );
}

function TimeLeft({ left, seconds }: { left: number; seconds: number | undefined }) {
  const t = useMessages(crosswalkMessages);
  if (left <= 0) return <>{t('progress.done')}</>;
  if (seconds === undefined) return <>{t('progress.unknown')}</>;
  if (seconds < 60) return <>{t('progress.under')}</>;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? (
    <>{t('progress.minutes', { count: minutes })}</>
  ) : (
    <>{t('progress.hours', { count: Math.round(minutes / 60) })}</>
  );
}
