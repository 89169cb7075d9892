import type { Relation } from '@nhip/server/crosswalks/contract.ts';
import {
  IconArrowBackUp,
  IconChevronLeft,
  IconChevronRight,
  IconCornerDownLeft,
  IconSearch,
  IconX,
} from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import styles from './judgement-bar.module.css';
import { crosswalkMessages } from './messages.ts';
import { RelationIcon } from './relation-icon.tsx';

export const RELATIONS: readonly Relation[] = ['exact', 'broader', 'narrower', 'related'];

/** Every key has its button; on a phone they stay at the foot of the screen, under the thumb. */
export function JudgementBar(props: {
  /** null: no candidate is open */
  standing: Relation | 'none' | undefined;
  canJudge: boolean;
  canAgree: boolean;
  canUndo: boolean;
  first: boolean;
  keysWanted: boolean;
  onKeysWanted: (wanted: boolean) => void;
  onJudge: (relation: Relation | null) => void;
  onAgree: () => void;
  onUndo: () => void;
  onNext: () => void;
  onPrevious: () => void;
  onSearch: () => void;
}) {
  const t = useMessages(crosswalkMessages);
  const key = (letter: string) => (props.keysWanted ? letter : undefined);
  return (
    <div className={styles.bar} role="group" aria-label={t('do.label')}>
      <div className={styles.relations}>
        {RELATIONS.map((relation, place) => (
          <ActionButton
            key={relation}
            letter={key(String(place + 1))}
            disabled={!props.canJudge}
            aria-pressed={props.standing === relation}
            onClick={() => props.onJudge(relation)}
          >
            <span className={styles.relation}>
              <RelationIcon relation={relation} />
              {t(`short.${relation}`)}
            </span>
          </ActionButton>
        ))}
        <ActionButton
          icon={IconX}
          letter={key('N')}
          disabled={!props.canJudge}
          aria-pressed={props.standing === 'none'}
          onClick={() => props.onJudge(null)}
        >
          {t('short.none')}
        </ActionButton>
      </div>
      <div className={styles.moves}>
        <ActionButton
          primary
          icon={IconCornerDownLeft}
          disabled={!props.canAgree}
          onClick={props.onAgree}
        >
          {t('do.asProposed')}
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
        <ActionButton quiet icon={IconSearch} letter={key('/')} onClick={props.onSearch}>
          {t('do.search')}
        </ActionButton>
        <ActionButton
          quiet
          icon={IconChevronLeft}
          letter={key('K')}
          disabled={props.first}
          onClick={props.onPrevious}
        >
          {t('do.previous')}
        </ActionButton>
        <ActionButton quiet icon={IconChevronRight} letter={key('J')} onClick={props.onNext}>
          {t('do.next')}
        </ActionButton>
        <label className={styles.keys}>
          <input
            type="checkbox"
            checked={props.keysWanted}
            onChange={(event) => props.onKeysWanted(event.target.checked)}
          />
          {t('keys.toggle')}
        </label>
      </div>
    </div>
  );
}
