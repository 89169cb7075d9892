import type { Conflict } from '@nhip/server/frameworks/drafting/contract.ts';
import { useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useDoerName } from '../doer-name.ts';
import styles from './draft.module.css';
import type { EditSession } from './edit-session.ts';
import { fieldName, valueInWords } from './field-name.ts';
import { draftMessages } from './messages.ts';
import { useMoment } from './use-moment.ts';

/** Somebody else wrote the same text meanwhile: both wordings stand side by side, and a person decides on each. */
export function ConflictDialog({ session }: { session: EditSession }) {
  const t = useMessages(draftMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const { conflicts } = session.state;
  const [choices, setChoices] = useState<Record<string, unknown>>({});
  const open = conflicts.length > 0;
  useEffect(() => {
    setChoices(Object.fromEntries(conflicts.map(({ field, yours }) => [field, yours])));
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [conflicts, open]);
  const save = () => {
    const decided = conflicts.map(({ field, theirs }): [string, { value: unknown } | null] => {
      const value = choices[field] ?? null;
      return [field, value === theirs ? null : { value }];
    });
    void session.decide(Object.fromEntries(decided));
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={title}
      onCancel={() => session.postpone()}
    >
      {open && (
        <div>
          <h2 id={title}>{t('conflict.title')}</h2>
          <p className="muted">{t('conflict.lead')}</p>
          {conflicts.map((conflict) => (
            <Choice
              key={conflict.field}
              conflict={conflict}
              value={choices[conflict.field]}
              onChange={(value) => setChoices({ ...choices, [conflict.field]: value })}
            />
          ))}
          <div className={styles.inline}>
            <ActionButton primary onClick={save}>
              {t('conflict.save')}
            </ActionButton>
            <ActionButton quiet onClick={() => session.postpone()}>
              {t('conflict.later')}
            </ActionButton>
          </div>
        </div>
      )}
    </dialog>
  );
}

function Choice(props: { conflict: Conflict; value: unknown; onChange: (value: unknown) => void }) {
  const t = useMessages(draftMessages);
  const doer = useDoerName();
  const moment = useMoment();
  const id = useId();
  const { field, base, theirs, yours, by, at } = props.conflict;
  const text = typeof theirs === 'string' || typeof yours === 'string';
  const { value, onChange } = props;
  return (
    <section className={styles.choice} aria-labelledby={id}>
      <h3 id={id}>{fieldName(field, t)}</h3>
      <div className={styles.pair}>
        <div className={styles.field}>
          <span className={styles.head}>
            {t('conflict.theirs', { who: doer(by), when: moment(at) })}
          </span>
          <p className={styles.wording}>{valueInWords(theirs, t)}</p>
          <ActionButton compact aria-pressed={value === theirs} onClick={() => onChange(theirs)}>
            {t('conflict.takeTheirs')}
          </ActionButton>
        </div>
        <div className={styles.field}>
          <span className={styles.head}>{t('conflict.yours')}</span>
          <p className={styles.wording}>{valueInWords(yours, t)}</p>
          <ActionButton compact aria-pressed={value === yours} onClick={() => onChange(yours)}>
            {t('conflict.takeYours')}
          </ActionButton>
        </div>
      </div>
      <p className="muted small">
        {t('conflict.base')}: {valueInWords(base, t)}
      </p>
      {text && (
        <div className={styles.field}>
          <label htmlFor={`${id}-merged`}>{t('conflict.merge')}</label>
          <textarea
            id={`${id}-merged`}
            rows={3}
            value={(value as string | null) ?? ''}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      )}
    </section>
  );
}
