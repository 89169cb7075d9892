import type { Edit } from '@nhip/server/frameworks/drafting/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, send } from '../../api.ts';
import { useLanguage, useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useDoerName } from '../doer-name.ts';
import { draftAddress, forgetDraft, Revision } from './draft-api.ts';
import styles from './draft.module.css';
import { fieldName, valueInWords } from './field-name.ts';
import { draftMessages } from './messages.ts';
import { useMoment } from './use-moment.ts';

/** Who did what, when; each change with what was and what is, and the way back. */
export function History(props: { code: string; edits: readonly Edit[]; brief?: boolean }) {
  const t = useMessages(draftMessages);
  const language = useLanguage();
  const queries = useQueryClient();
  const doer = useDoerName();
  const moment = useMoment();
  const [fault, setFault] = useState<string>();
  const undo = async (revision: number) => {
    setFault(undefined);
    try {
      await send(Revision, 'POST', `${draftAddress(props.code)}/undo`, { revision });
    } catch (error) {
      setFault(error instanceof ApiProblem ? error.words[language] : String(error));
    }
    await forgetDraft(queries, props.code);
  };
  if (props.edits.length === 0) return <p className="muted">{t('history.none')}</p>;
  return (
    <>
      {fault && (
        <p role="alert" className={styles.notice}>
          {fault}
        </p>
      )}
      <ol className={styles.list}>
        {props.edits.map((edit) => (
          <li key={edit.id} className={styles.item}>
            <div className={styles.line}>
              <span>
                <strong>{doer(edit.by)}</strong> {t(`history.${edit.action}`)}{' '}
                {!props.brief && (edit.part === 'whole' ? t('history.whole') : edit.partLabel)}
                <span className="muted small">
                  {' '}
                  · {moment(edit.at)} · {t('history.version', { version: edit.version })}
                </span>
              </span>
              {edit.undoable && (
                <ActionButton compact quiet onClick={() => void undo(edit.revision)}>
                  {t('history.undo')}
                </ActionButton>
              )}
            </div>
            {edit.reason && (
              <p className="muted small">
                {/^undo \d+$/.test(edit.reason) ? t('history.undone') : edit.reason}
              </p>
            )}
            {edit.action === 'changed' && <Changes edit={edit} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function Changes({ edit }: { edit: Edit }) {
  const t = useMessages(draftMessages);
  const fields = [
    ...new Set([...Object.keys(edit.before ?? {}), ...Object.keys(edit.after ?? {})]),
  ];
  return (
    <ul className={styles.list}>
      {fields
        .filter((field) => !field.startsWith('scale '))
        .map((field) => (
          <li key={field}>
            <span className="muted small">{fieldName(field, t)}: </span>
            {edit.before?.[field] != null && (
              <del className={styles.gone}>{valueInWords(edit.before[field], t)}</del>
            )}{' '}
            {edit.after?.[field] != null && (
              <ins className={styles.come}>{valueInWords(edit.after[field], t)}</ins>
            )}
          </li>
        ))}
    </ul>
  );
}
