import type { ImportRun } from '@nhip/server/imports/contract.ts';
import { useMessages } from '../language.ts';
import { Progress } from '../ui/progress.tsx';
import { importMessages } from './messages.ts';
import styles from './running.module.css';

/** Work under way at the server: rows, rate, remaining time. */
export function Running({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages);
  const applying = run.status === 'applying';
  const done = applying ? run.appliedRows : run.stagedRows;
  const total = applying ? writtenRows(run) : run.totalRows;
  const ended = total !== null && total > 0 && done >= total;
  const label = applying
    ? t(ended ? 'running.finishing' : 'running.applying')
    : t(ended ? 'running.comparing' : 'running.staging');
  return (
    <section className={styles.running}>
      <h2 aria-live="polite">{label}</h2>
      <Progress key={run.status} label={label} done={done} total={total} />
      <p className="muted">{t('running.leave')}</p>
    </section>
  );
}

/** Same and rejected rows are not written. */
function writtenRows({ counts }: ImportRun): number {
  return counts.new + counts.changed + counts.removed;
}
