import { Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconX,
} from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import styles from './decision-bar.module.css';
import { reviewMessages } from './messages.ts';
import type { Verdict } from './review-session.ts';

/** What can be done with the open item; on a phone it stays at the foot of the screen, under the thumb. */
export function DecisionBar(props: {
  verdict: Verdict | null;
  first: boolean;
  canUndo: boolean;
  keysWanted: boolean;
  onKeysWanted: (wanted: boolean) => void;
  onJudge: (verdict: Verdict) => void;
  onUndo: () => void;
  onNext: () => void;
  onPrevious: () => void;
}) {
  const t = useMessages(reviewMessages);
  const key = (letter: string) =>
    props.keysWanted ? (
      <kbd className={styles.key} aria-hidden>
        {letter}
      </kbd>
    ) : undefined;
  return (
    <>
      <div className={styles.bar} role="group" aria-label={t('do.label')}>
        <Button
          leftSection={<IconCheck size={20} />}
          rightSection={key('A')}
          aria-pressed={props.verdict === 'accept'}
          aria-keyshortcuts={props.keysWanted ? 'a' : undefined}
          onClick={() => props.onJudge('accept')}
        >
          {t('do.accept')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconX size={20} />}
          rightSection={key('R')}
          aria-pressed={props.verdict === 'reject'}
          aria-keyshortcuts={props.keysWanted ? 'r' : undefined}
          onClick={() => props.onJudge('reject')}
        >
          {t('do.reject')}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconArrowBackUp size={20} />}
          rightSection={key('Z')}
          disabled={!props.canUndo}
          aria-keyshortcuts={props.keysWanted ? 'z' : undefined}
          onClick={props.onUndo}
        >
          {t('do.undo')}
        </Button>
        <span className={styles.moves}>
          <Button
            variant="default"
            leftSection={<IconChevronLeft size={18} />}
            rightSection={key('K')}
            disabled={props.first}
            aria-keyshortcuts={props.keysWanted ? 'k' : undefined}
            onClick={props.onPrevious}
          >
            {t('do.previous')}
          </Button>
          <Button
            variant="default"
            rightSection={key('J') ?? <IconChevronRight size={18} />}
            aria-keyshortcuts={props.keysWanted ? 'j' : undefined}
            onClick={props.onNext}
          >
            {t('do.next')}
          </Button>
        </span>
      </div>
      <p className={styles.help}>
        <label>
          <input
            type="checkbox"
            checked={props.keysWanted}
            onChange={(event) => props.onKeysWanted(event.target.checked)}
          />
          {t('keys.toggle')}
        </label>
        <span>{props.keysWanted ? t('keys.help') : t('keys.off')}</span>
      </p>
    </>
  );
}
