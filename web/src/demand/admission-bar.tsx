import { IconCheck, IconX } from '@tabler/icons-react';
import type { AdvertisementStatus } from '@nhip/server/demand/contract.ts';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import styles from './admission-bar.module.css';
import { demandMessages } from './messages.ts';

/** What can be done with many held advertisements at once. */
export function AdmissionBar(props: {
  selected: number;
  total: number;
  pageSelected: boolean;
  busy: boolean;
  onPage: (selected: boolean) => void;
  onAll: () => void;
  onClear: () => void;
  onDecide: (status: AdvertisementStatus) => void;
}) {
  const t = useMessages(demandMessages);
  const { selected, total } = props;
  return (
    <div className={styles.bar} role="group" aria-label={t('admission.label')}>
      <label className={styles.page}>
        <input
          type="checkbox"
          checked={props.pageSelected}
          onChange={(event) => props.onPage(event.target.checked)}
        />
        {t('admission.page')}
      </label>
      <span className={`${styles.count} figures`} role="status">
        {selected > 0 ? t('admission.selected', { count: selected }) : t('admission.none')}
      </span>
      {selected < total && (
        <ActionButton quiet compact disabled={props.busy} onClick={props.onAll}>
          {t('admission.all', { count: total })}
        </ActionButton>
      )}
      {selected > 0 && (
        <ActionButton quiet compact onClick={props.onClear}>
          {t('admission.clear')}
        </ActionButton>
      )}
      <span className={styles.decide}>
        <ActionButton
          primary
          icon={IconCheck}
          disabled={selected === 0 || props.busy}
          onClick={() => props.onDecide('counted')}
        >
          {t('admission.admit')}
        </ActionButton>
        <ActionButton
          icon={IconX}
          disabled={selected === 0 || props.busy}
          onClick={() => props.onDecide('excluded')}
        >
          {t('admission.exclude')}
        </ActionButton>
      </span>
    </div>
  );
}
