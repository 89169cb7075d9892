import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMessages } from '../../language.ts';
import type { EditSession } from './edit-session.ts';
import styles from './draft.module.css';
import { draftMessages } from './messages.ts';

/** How far a field has come, beside its label: icon and words. */
export function SaveState({ session, field }: { session: EditSession; field: string }) {
  const t = useMessages(draftMessages);
  const { typed, saved } = session.state;
  const state = typed[field]?.state ?? (saved.has(field) ? 'saved' : undefined);
  if (state === undefined) return null;
  const bad = state === 'failed' || state === 'conflict';
  return (
    <span className={styles.saving} data-state={state} role="status">
      {state === 'saved' && <IconCheck size={14} aria-hidden />}
      {bad && <IconAlertTriangle size={14} aria-hidden />}
      {t(`form.${state}`)}
    </span>
  );
}
