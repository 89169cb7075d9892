import type { LexiconForm } from '@nhip/server/frameworks/lexicon/contract.ts';
import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { Decision } from './lexicon-api.ts';
import styles from './lexicon.module.css';
import { lexiconMessages } from './messages.ts';

/** What can be done with the chosen forms; at the foot of the screen, under the thumb. */
export function BulkBar(props: {
  chosen: readonly LexiconForm[];
  canUndo: boolean;
  keysWanted: boolean;
  onKeysWanted: (wanted: boolean) => void;
  judge: (forms: readonly LexiconForm[], decision: Decision) => void;
  onUndo: () => void;
  onUnchoose: () => void;
}) {
  const t = useMessages(lexiconMessages);
  const { chosen, keysWanted } = props;
  const waiting = chosen.filter(({ status }) => status === 'proposed');
  const key = (letter: string) => (keysWanted ? letter : undefined);
  return (
    <div className={styles.foot} data-idle={chosen.length === 0 || undefined}>
      <div className={styles.bar} role="group" aria-label={t('do.label')}>
        <span className={styles.chosen} role="status">
          {chosen.length === 0
            ? t('do.nothingChosen')
            : t('do.chosen', { count: chosen.length, waiting: waiting.length })}
        </span>
        <ActionButton
          primary
          icon={IconCheck}
          letter={key('A')}
          disabled={waiting.length === 0}
          onClick={() => props.judge(waiting, 'approve')}
        >
          {t('do.approve')}
        </ActionButton>
        <ActionButton
          icon={IconX}
          letter={key('R')}
          disabled={waiting.length === 0}
          onClick={() => props.judge(waiting, 'reject')}
        >
          {t('do.reject')}
        </ActionButton>
        <ActionButton quiet disabled={chosen.length === 0} onClick={props.onUnchoose}>
          {t('do.unchoose')}
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
      </div>
      <p className={styles.help}>
        <label>
          <input
            type="checkbox"
            checked={keysWanted}
            onChange={(event) => props.onKeysWanted(event.target.checked)}
          />
          {t('do.keys')}
        </label>
        {keysWanted && <span>{t('do.keysHelp')}</span>}
      </p>
    </div>
  );
}
