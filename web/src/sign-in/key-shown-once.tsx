import type { NewKey } from '@nhip/server/sign-in/contract.ts';
import { useEffect, useRef } from 'react';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { apiClientMessages } from './api-client-messages.ts';
import styles from './security-page.module.css';

/** The one time that anybody sees the key. */
export function KeyShownOnce(props: { made: NewKey & { name: string }; onClose: () => void }) {
  const t = useMessages(apiClientMessages);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { id, key, name } = props.made;
  return (
    <section className={styles.part} aria-labelledby="made">
      <h2 id="made" ref={heading} tabIndex={-1}>
        {t('made', { name })}
      </h2>
      <p>{t('once')}</p>
      <div>
        <p className="small muted">{t('key')}</p>
        <code className={styles.secret}>{key}</code>
      </div>
      <div>
        <p className="small muted">{t('id')}</p>
        <code className={styles.secret}>{id}</code>
      </div>
      <div className={styles.actions}>
        <CopyButton text={key} label={t('copyKey')} />
        <CopyButton text={id} label={t('copyId')} />
        <ActionButton quiet onClick={props.onClose}>
          {t('closeKey')}
        </ActionButton>
      </div>
    </section>
  );
}
