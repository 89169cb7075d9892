import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiProblem } from '../api.ts';
import { formatShare } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import styles from './bulk-panel.module.css';
import { acceptBulk, bulkPreview, type PairName } from './crosswalks-api.ts';
import { crosswalkMessages } from './messages.ts';

/** Accepts everything from a confidence on, after it has said what that would be. */
export function BulkPanel(props: {
  name: PairName;
  /** how many are decided: the preview follows it */
  decided: number;
  onAccepted: (accepted: { batch: string; accepted: number }) => void;
}) {
  const t = useMessages(crosswalkMessages);
  const language = useLanguage();
  const id = useId();
  const [above, setAbove] = useState(0.95);
  const [open, setOpen] = useState(false);
  const preview = useQuery({
    ...bulkPreview(props.name, above),
    queryKey: [
      '/api/crosswalks/bulk',
      `${Object.values(props.name).join(' ')} ${above} ${props.decided}`,
    ],
    enabled: open,
    staleTime: 0,
  });
  const found = preview.data;
  const accept = useMutation({
    mutationFn: (fingerprint: string) => acceptBulk({ ...props.name, above, fingerprint }),
    onSuccess: (accepted) => {
      setOpen(false);
      props.onAccepted(accepted);
    },
    onError: () => void preview.refetch(),
  });
  return (
    <details
      className={styles.panel}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('bulk.title')}</summary>
      <div className={styles.body}>
        <div className={styles.level}>
          <label htmlFor={id}>{t('bulk.above')}</label>
          <input
            id={id}
            type="range"
            min={0.2}
            max={1}
            step={0.05}
            value={above}
            aria-valuetext={formatShare(above, language)}
            onChange={(event) => setAbove(Number(event.target.value))}
          />
          <output htmlFor={id} className="figures">
            {formatShare(above, language)}
          </output>
        </div>
        <p role="status">
          {found &&
            (found.pairs === 0
              ? t('bulk.nothing')
              : t('bulk.preview', { count: found.pairs, ...found.byRelation }))}{' '}
          {found && found.conflicting > 0 && t('bulk.conflicting', { count: found.conflicting })}
        </p>
        {accept.error instanceof ApiProblem && <p role="alert">{accept.error.words[language]}</p>}
        <ActionButton
          primary
          disabled={!found || found.pairs === 0 || accept.isPending}
          onClick={() => found && accept.mutate(found.fingerprint)}
        >
          {t('bulk.confirm', { count: found?.pairs ?? 0 })}
        </ActionButton>
      </div>
    </details>
  );
}
