import type { ReactNode } from 'react';
import styles from './filter-bar.module.css';

/** Filters in a row that wraps; `children` are fields, `end` what stands at the far side (counts, exports). */
export function FilterBar(props: { label: string; children: ReactNode; end?: ReactNode }) {
  return (
    <div className={styles.bar} role="search" aria-label={props.label}>
      <div className={styles.fields}>{props.children}</div>
      {props.end && <div className={styles.end}>{props.end}</div>}
    </div>
  );
}
