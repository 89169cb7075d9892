import type { DraftPart } from '@nhip/server/frameworks/drafting/contract.ts';
import { useId } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import styles from './draft.module.css';
import type { EditSession } from './edit-session.ts';
import { draftMessages } from './messages.ts';
import { SaveState } from './save-state.tsx';

export interface Editing {
  fields: DraftPart['fields'];
  session: EditSession;
  mayEdit: boolean;
}

/** What a field says now: what is typed, else what stands. */
export function valueOf({ fields, session }: Editing, field: string): unknown {
  const typed = session.state.typed[field];
  return typed ? typed.value : fields[field];
}

/** One text, saved while it is typed. */
export function TextField(props: {
  editing: Editing;
  field: string;
  label: string;
  lang?: string;
  lines?: number;
  limit?: number;
  /** Where Enter in the tree leads. */
  first?: boolean;
}) {
  const t = useMessages(draftMessages);
  const id = useId();
  const { editing, field } = props;
  const { session, mayEdit } = editing;
  const value = (valueOf(editing, field) as string | null | undefined) ?? '';
  const machine = valueOf(editing, `origin ${field}`) === 'machine-draft';
  const shared = {
    ...{ id, lang: props.lang, value, readOnly: !mayEdit, maxLength: props.limit ?? 20_000 },
    'data-first': props.first || undefined,
    onChange: (event: { target: { value: string } }) => session.type(field, event.target.value),
    onBlur: () => void session.flush(),
  };
  return (
    <div className={styles.field}>
      <span className={styles.head}>
        <label htmlFor={id}>{props.label}</label>
        <SaveState session={session} field={field} />
      </span>
      {props.lines ? <textarea {...shared} rows={props.lines} /> : <input {...shared} />}
      {machine && (
        <span className={styles.machine}>
          {t('form.machine')}
          {mayEdit && (
            <ActionButton compact onClick={() => session.type(`origin ${field}`, 'person', true)}>
              {t('form.confirm')}
            </ActionButton>
          )}
        </span>
      )}
    </div>
  );
}

/** The same text in both languages, side by side. */
export function TextPair(props: {
  editing: Editing;
  field: string;
  label: string;
  lines?: number;
  limit?: number;
  first?: boolean;
}) {
  const t = useMessages(draftMessages);
  return (
    <div className={styles.pair}>
      {(['vi', 'en'] as const).map((language) => (
        <TextField
          key={language}
          editing={props.editing}
          field={`${props.field} ${language}`}
          label={`${props.label} · ${t(language === 'vi' ? 'form.vietnamese' : 'form.english')}`}
          lang={language}
          lines={props.lines}
          limit={props.limit}
          first={props.first && language === 'vi'}
        />
      ))}
    </div>
  );
}
