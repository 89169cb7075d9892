import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconHelp,
  IconPlus,
  IconX,
} from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import styles from './decision-bar.module.css';
import { reviewMessages } from './messages.ts';
import type { Entry, Verdict } from './review-session.ts';

export type PanelName = 'replace' | 'add';

/** What can be done with the open item; on a phone it stays at the foot of the screen, under the thumb. */
export function DecisionBar(props: {
  entry: Entry;
  first: boolean;
  canUndo: boolean;
  keysWanted: boolean;
  panel: PanelName | undefined;
  whole: RefObject<HTMLDivElement | null>;
  onPanel: (panel: PanelName) => void;
  onJudge: (verdict: Verdict) => void;
  onUndo: () => void;
  onNext: () => void;
  onPrevious: () => void;
}) {
  const t = useMessages(reviewMessages);
  const key = (letter: string) => (props.keysWanted ? letter : undefined);
  const { verdict, replacement } = props.entry;
  return (
    <div
      ref={props.whole}
      tabIndex={-1}
      className={styles.bar}
      data-resting={props.panel !== undefined || undefined}
      role="group"
      aria-label={t('do.label')}
    >
      <ActionButton
        primary
        icon={IconCheck}
        letter={key('A')}
        aria-pressed={verdict === 'accept'}
        onClick={() => props.onJudge('accept')}
      >
        {t('do.accept')}
      </ActionButton>
      <ActionButton
        icon={IconX}
        letter={key('R')}
        aria-pressed={verdict === 'reject' && replacement === null}
        onClick={() => props.onJudge('reject')}
      >
        {t('do.reject')}
      </ActionButton>
      <ActionButton
        icon={IconArrowsExchange}
        letter={key('P')}
        data-panel="replace"
        aria-expanded={props.panel === 'replace'}
        onClick={() => props.onPanel('replace')}
      >
        {t('do.replace')}
      </ActionButton>
      <ActionButton
        icon={IconHelp}
        letter={key('M')}
        aria-pressed={verdict === 'ambiguous'}
        onClick={() => props.onJudge('ambiguous')}
      >
        {t('do.ambiguous')}
      </ActionButton>
      <ActionButton
        icon={IconPlus}
        letter={key('N')}
        data-panel="add"
        aria-expanded={props.panel === 'add'}
        onClick={() => props.onPanel('add')}
      >
        {t('do.add')}
      </ActionButton>
      <ActionButton
        quiet
        icon={IconArrowBackUp}
        letter={key('U')}
        aria-disabled={!props.canUndo}
        onClick={props.onUndo}
      >
        {t('do.undo')}
      </ActionButton>
      <span className={styles.moves}>
        <ActionButton
          icon={IconChevronLeft}
          letter={key('K')}
          aria-disabled={props.first}
          onClick={props.onPrevious}
        >
          {t('do.previous')}
        </ActionButton>
        <ActionButton icon={IconChevronRight} letter={key('J')} onClick={props.onNext}>
          {t('do.next')}
        </ActionButton>
      </span>
    </div>
  );
}
