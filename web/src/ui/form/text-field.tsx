import { useId, type ReactNode } from 'react';
import { useFormField } from './form.tsx';
import styles from './text-field.module.css';

interface Described {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid': boolean;
}

/** A label above, what it means below it, the fault under the field. */
export function FieldFrame(props: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** At the end of the line of the label: the way to a forgotten password. */
  aside?: ReactNode;
  children: (described: Described) => ReactNode;
}) {
  const id = useId();
  const { fault } = useFormField(props.name);
  const parts = [props.hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean);
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id}>{props.label}</label>
        {props.aside}
      </div>
      {props.hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {props.hint}
        </p>
      )}
      {props.children({
        id,
        'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
        'aria-invalid': fault !== undefined,
      })}
      <p id={`${id}-fault`} className={styles.fault} aria-live="polite">
        {fault}
      </p>
    </div>
  );
}

/** One line of text in a form; the form reads it by its name. */
export function FormText(props: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  type?: 'text' | 'email' | 'tel' | 'date' | 'url';
  autoComplete?: string;
  inputMode?: 'numeric' | 'text';
  initial?: string | null;
  required?: boolean;
  maxLength?: number;
  autoFocus?: boolean;
  lang?: string;
}) {
  return (
    <FieldFrame name={props.name} label={props.label} hint={props.hint}>
      {(described) => (
        <input
          {...described}
          className={styles.input}
          name={props.name}
          type={props.type ?? 'text'}
          lang={props.lang}
          defaultValue={props.initial ?? ''}
          autoComplete={props.autoComplete ?? 'off'}
          autoCapitalize={props.type === 'email' ? 'none' : undefined}
          inputMode={props.inputMode}
          spellCheck={false}
          aria-required={props.required}
          maxLength={props.maxLength}
          autoFocus={props.autoFocus}
        />
      )}
    </FieldFrame>
  );
}

/** The browser's own list in a form. */
export function FormSelect(props: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  initial?: string;
  options: { value: string; label: string }[];
  onChange?: (value: string) => void;
}) {
  return (
    <FieldFrame name={props.name} label={props.label} hint={props.hint}>
      {(described) => (
        <select
          {...described}
          className={styles.input}
          name={props.name}
          defaultValue={props.initial}
          onChange={(event) => props.onChange?.(event.target.value)}
        >
          {props.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

/** Several of a few, each with its meaning; the form reads them by the one name, spaces between. */
export function FormTicks(props: {
  name: string;
  label: string;
  hint?: ReactNode;
  options: { value: string; label: string; meaning?: string }[];
  initial?: readonly string[];
}) {
  const id = useId();
  const { fault } = useFormField(props.name);
  return (
    <fieldset className={styles.ticks} aria-describedby={fault && `${id}-fault`}>
      <legend>{props.label}</legend>
      {props.hint && <p className={styles.hint}>{props.hint}</p>}
      <div className={styles.list}>
        {props.options.map(({ value, label, meaning }) => (
          <label key={value} className={styles.tick}>
            <input
              type="checkbox"
              name={props.name}
              value={value}
              aria-invalid={fault !== undefined}
              defaultChecked={props.initial?.includes(value)}
            />
            <span>
              {label}
              {meaning && <span className={styles.hint}>{meaning}</span>}
            </span>
          </label>
        ))}
      </div>
      <p id={`${id}-fault`} className={styles.fault} aria-live="polite">
        {fault}
      </p>
    </fieldset>
  );
}
