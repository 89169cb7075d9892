import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './state-badge.module.css';

export type BadgeTone = 'supply' | 'demand' | 'unknown' | 'accent' | 'fault';

/** A state as icon and word; the colour only repeats what they say. */
export function StateBadge(props: {
  icon: Icon;
  tone?: BadgeTone;
  title?: string;
  children: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <span className={styles.badge} data-tone={props.tone ?? 'unknown'} title={props.title}>
      <Icon size={15} aria-hidden />
      {props.children}
    </span>
  );
}
