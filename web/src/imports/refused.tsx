import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiProblem } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import { uiMessages } from '../ui/messages.ts';
import { importMessages } from './messages.ts';
import styles from './refused.module.css';

/** Why the server did not do what was asked, in its words and with the code. */
export function Refused({ error }: { error: Error }) {
  const t = useMessages(importMessages);
  const ui = useMessages(uiMessages);
  const language = useLanguage();
  const known = error instanceof ApiProblem;
  return (
    <div role="alert" className={styles.refused}>
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <h3>{t('refused')}</h3>
        <p>{known ? error.words[language] : ui('state.brokenWhy')}</p>
        {known && <p className="muted small">{ui('state.code', { code: error.code })}</p>}
      </div>
    </div>
  );
}
