import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useFigures } from '../ui/figures.tsx';
import { fileSize } from './file-size.ts';
import { importMessages } from './messages.ts';
import styles from './upload-bar.module.css';

/** How much of the file has left this machine. */
export function UploadBar(props: { sent: number; total: number; onStop: () => void }) {
  const t = useMessages(importMessages);
  const f = useFigures();
  const { sent, total } = props;
  return (
    <div className={styles.upload}>
      <progress aria-label={t('start.sending')} value={sent} max={total} />
      <span className="muted figures">
        {t('start.sending')}: {fileSize(Math.min(sent, total), f.number)} /{' '}
        {fileSize(total, f.number)}
      </span>
      <ActionButton onClick={props.onStop}>{t('start.cancel')}</ActionButton>
    </div>
  );
}
