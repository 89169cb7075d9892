import type { AuditHead } from '@nhip/server/audit/contract.ts';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiProblem } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { verify } from './audit-api.ts';
import { headOf } from './head-file.ts';
import { auditMessages } from './messages.ts';
import { VerdictView } from './verdict-view.tsx';
import styles from './verify-panel.module.css';

/** Reads everything again and says whether it is whole, if wanted against a head kept elsewhere. */
export function VerifyPanel() {
  const t = useMessages(auditMessages);
  const language = useLanguage();
  const [head, setHead] = useState<AuditHead>();
  const { mutate, isPending, data, error, variables } = useMutation({ mutationFn: verify });
  const why = error instanceof ApiProblem ? error.words[language] : String(error);
  return (
    <div className={styles.verify}>
      <div className={styles.ask}>
        <ActionButton
          primary
          icon={IconShieldCheck}
          aria-disabled={isPending}
          aria-busy={isPending}
          onClick={() => !isPending && mutate(head)}
        >
          {t(isPending ? 'verify.running' : 'verify.now')}
        </ActionButton>
        <HeadFile onHead={setHead} />
      </div>
      <div role="status" aria-live="polite">
        {data && !isPending && <VerdictView verdict={data} against={variables !== undefined} />}
      </div>
      {error && !isPending && <p role="alert">{t('verify.failed', { why })}</p>}
    </div>
  );
}

function HeadFile({ onHead }: { onHead: (head: AuditHead | undefined) => void }) {
  const t = useMessages(auditMessages);
  const id = useId();
  const [fault, setFault] = useState(false);
  const read = async (file: File | undefined) => {
    const head = file && headOf(await file.text());
    setFault(file !== undefined && head === undefined);
    onHead(head);
  };
  return (
    <div className={styles.file}>
      <label htmlFor={id}>{t('verify.file')}</label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        aria-invalid={fault}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <p id={`${id}-fault`} className={styles.fault} aria-live="polite">
        {fault && t('verify.fileFault')}
      </p>
    </div>
  );
}
