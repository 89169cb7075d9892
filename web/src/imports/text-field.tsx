import { useId } from 'react';
import styles from './text-field.module.css';

/** One line of text with its meaning above and its fault below; `known` are values to choose from. */
export function TextField(props: {
  label: string;
  hint: string;
  value: string;
  fault: string | undefined;
  known: string[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{props.label}</label>
      <p id={`${id}-hint`} className="muted small">
        {props.hint}
      </p>
      <input
        id={id}
        type="text"
        list={`${id}-known`}
        value={props.value}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint ${id}-fault`}
        aria-invalid={props.fault !== undefined}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <datalist id={`${id}-known`}>
        {props.known.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <p id={`${id}-fault`} className={styles.fault}>
        {props.fault}
      </p>
    </div>
  );
}
