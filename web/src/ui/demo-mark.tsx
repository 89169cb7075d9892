import { IconFlask } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import styles from './demo-mark.module.css';
import { useInstallation } from './installation.ts';
import { uiMessages } from './messages.ts';

/** Stands on every screen and every printed page of the demonstration. */
export function DemoMark() {
  const t = useMessages(uiMessages);
  if (useInstallation()?.kind !== 'demo') return null;
  return (
    <aside className={styles.strip} aria-label={t('demo')}>
      <p>
        <IconFlask size={16} aria-hidden />
        <strong>{t('demo')}</strong>
        <span>{t('demoMeaning')}</span>
      </p>
    </aside>
  );
}
