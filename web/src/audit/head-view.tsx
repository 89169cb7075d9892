import type { AuditHead } from '@nhip/server/audit/contract.ts';
import { IconDownload } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import styles from './head-view.module.css';
import { saveHead } from './head-file.ts';
import { auditMessages } from './messages.ts';

/** The hash at the head of the chain, to be copied or kept as a file. */
export function HeadView({ head, label }: { head: AuditHead; label: string }) {
  const t = useMessages(auditMessages);
  return (
    <div className={styles.head}>
      <span className={styles.label}>{label}</span>
      <code className={styles.hash}>{head.hash}</code>
      <span className={styles.actions}>
        <CopyButton text={head.hash} label={t('chain.copy')} />
        <ActionButton icon={IconDownload} onClick={() => saveHead(head)}>
          {t('chain.download')}
        </ActionButton>
      </span>
    </div>
  );
}
