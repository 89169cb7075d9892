import {
  IconArrowBackUp,
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconX,
} from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
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
  const key = (letter: string) => (props.keysWanted ? letter : undefined);
  return (
    <>
      <div className={styles.bar} role="group" aria-label={t('do.label')}>
        <ActionButton
          primary
          icon={IconCheck}
          letter={key('A')}
          aria-pressed={props.verdict === 'accept'}
          onClick={() => props.onJudge('accept')}
        >
          {t('do.accept')}
        </ActionButton>
        <ActionButton
          icon={IconX}
          letter={key('R')}
          aria-pressed={props.verdict === 'reject'}
          onClick={() => props.onJudge('reject')}
        >
          {t('do.reject')}
        </ActionButton>
        <ActionButton
          quiet
          icon={IconArrowBackUp}
          letter={key('Z')}
          disabled={!props.canUndo}
          onClick={props.onUndo}
        >
          {t('do.undo')}
        </ActionButton>
        <span className={styles.moves}>
          <ActionButton
            icon={IconChevronLeft}
            letter={key('K')}
            disabled={props.first}
            onClick={props.onPrevious}
          >
            {t('do.previous')}
          </ActionButton>
          <ActionButton icon={IconChevronRight} letter={key('J')} onClick={props.onNext}>
            {t('do.next')}
          </ActionButton>
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
