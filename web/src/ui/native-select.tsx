import { useId } from 'react';
import styles from './field.module.css';

/** The browser's own list: light, and at home on every phone. Its label is always in sight. */
export function NativeSelect(props: {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
  /** The label stands before the field instead of above it. */
  inline?: boolean;
}) {
  const id = useId();
  return (
    <div className={styles.field} data-inline={props.inline || undefined}>
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
