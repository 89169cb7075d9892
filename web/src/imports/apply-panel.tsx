import type { ImportRun } from '@nhip/server/imports/contract.ts';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import styles from './apply-panel.module.css';
import { writesOf } from './import-rules.ts';
import { applyImport, discardImport, importRun } from './imports-api.ts';
import { importMessages } from './messages.ts';
import { Refused } from './refused.tsx';

/** What confirming will do, in words, and the two ways on. */
export function ApplyPanel({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages);
  const client = useQueryClient();
  const { queryKey } = importRun(run.id);
  const settle = {
    onSuccess: (after: ImportRun) => client.setQueryData(queryKey, after),
    // A refused confirmation may have brought a new preview with it.
    onError: () => client.invalidateQueries({ predicate: isAbout(run.id) }),
  };
  const apply = useMutation({ mutationFn: () => applyImport(run.id), ...settle });
  const discard = useMutation({ mutationFn: () => discardImport(run.id), ...settle });
  const error = apply.error ?? discard.error;
  const busy = apply.isPending || discard.isPending;
  const { counts } = run;
  const parts = writesOf(counts).map(([change, count]) =>
    t(`apply.${run.kind}.${change}`, { count }),
  );
  const what = parts.join(t('apply.and'));
  const useless = parts.length === 0;
  return (
    <section className={styles.panel} aria-labelledby="apply-import">
      <h2 id="apply-import">{t('apply.title')}</h2>
      {useless ? (
        <p>{t(counts.same > 0 ? 'apply.nothing' : 'apply.onlyRejected')}</p>
      ) : (
        <ul>
          <li>
            <strong>{t('apply.will', { what })}</strong>
          </li>
          {counts.held > 0 && <li>{t('apply.held', { count: counts.held })}</li>}
          {run.kind === 'programme' && <li>{t('apply.version')}</li>}
          {counts.same > 0 && <li>{t('apply.same', { count: counts.same })}</li>}
          {counts.rejected > 0 && <li>{t('apply.rejected', { count: counts.rejected })}</li>}
        </ul>
      )}
      <div className={styles.actions}>
        {!useless && (
          <ActionButton primary disabled={busy} onClick={() => apply.mutate()}>
            {apply.isPending ? t('apply.applying') : t('apply.button', { what })}
          </ActionButton>
        )}
        <ActionButton icon={IconTrash} disabled={busy} onClick={() => discard.mutate()}>
          {discard.isPending ? t('apply.discarding') : t('apply.discard')}
        </ActionButton>
      </div>
      {error && <Refused error={error} />}
    </section>
  );
}

const isAbout =
  (id: string) =>
  ({ queryKey }: { queryKey: readonly unknown[] }) =>
    String(queryKey[0]).startsWith(`/api/imports/${id}`);
