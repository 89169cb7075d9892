import type { Icon } from '@tabler/icons-react';
import type { ButtonHTMLAttributes } from 'react';
import styles from './action-button.module.css';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> {
  /** The one thing most people come to do. */
  primary?: boolean;
  /** Without a frame, for what is done seldom. */
  quiet?: boolean;
  /** In a row of a table or beside a word. */
  compact?: boolean;
  icon?: Icon;
  /** The key that does the same, shown beside the words. */
  letter?: string;
}

/** A button that acts, in the look of the links that lead on (class `action`). */
export function ActionButton({ primary, quiet, compact, icon, letter, ...button }: Props) {
  const Icon = icon;
  return (
    <button
      type="button"
      aria-keyshortcuts={letter?.toLowerCase()}
      {...button}
      className={`action ${styles.button}`}
      data-primary={primary || undefined}
      data-quiet={quiet || undefined}
      data-compact={compact || undefined}
    >
      {Icon && <Icon size={compact ? 16 : 18} aria-hidden />}
      <span>{button.children}</span>
      {letter && <kbd aria-hidden>{letter}</kbd>}
    </button>
  );
}
