import { useId } from 'react';
import styles from '../ui/field.module.css';

/** A day that filters; the browser's own field, empty for any day. */
export function DayField(props: {
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="date"
        value={props.value?.slice(0, 10) ?? ''}
        onChange={(event) => props.onChange(event.target.value || undefined)}
      />
    </div>
  );
}
