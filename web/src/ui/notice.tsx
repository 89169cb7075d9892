import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useMessages } from '../language.ts';
import { uiMessages } from './messages.ts';
import styles from './notice.module.css';

export interface NoticeContent {
  /** A new id shows a new notice, even with the same words. */
  id: number;
  words: string;
  tone?: 'fault';
  action?: { label: string; run: () => void };
}

const shownMs = 9000;

/**
 * What just happened and the way back, over the screen. It leaves by itself unless the pointer or the
 * focus rests on it; a fault stays until it is closed. Whatever it offers must be reachable elsewhere too.
 */
export function Notice(props: {
  content: NoticeContent | undefined;
  onClose: () => void;
  /** At the head of the screen where its foot holds what is pressed most. */
  place?: 'head';
}) {
  const t = useMessages(uiMessages);
  const [resting, setResting] = useState(false);
  const { content, onClose } = props;
  useEffect(() => {
    if (!content || content.tone === 'fault' || resting) return;
    const leave = setTimeout(onClose, shownMs);
    return () => clearTimeout(leave);
  }, [content, resting, onClose]);
  useEffect(() => {
    if (!content) setResting(false);
  }, [content]);
  return (
    <div role="status" aria-live="polite">
      {content && (
        <div
          className={styles.notice}
          data-tone={content.tone}
          data-place={props.place}
          onPointerEnter={() => setResting(true)}
          onPointerLeave={() => setResting(false)}
          onFocus={() => setResting(true)}
          onBlur={() => setResting(false)}
        >
          <span className={styles.words}>{content.words}</span>
          <span className={styles.actions}>
            {content.action && (
              <button type="button" onClick={content.action.run}>
                <IconArrowBackUp size={18} aria-hidden />
                {content.action.label}
              </button>
            )}
            <button type="button" aria-label={t('search.close')} onClick={onClose}>
              <IconX size={18} aria-hidden />
            </button>
          </span>
        </div>
      )}
    </div>
  );
}
