import { useEffect, useId, useState } from 'react';
import styles from './field.module.css';

/** A field that filters; it reports when the typing pauses, so that the address does not flicker. */
export function SearchField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
}) {
  const id = useId();
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value]);
  const { onChange, value } = props;
  useEffect(() => {
    if (text === value) return;
    const pause = setTimeout(() => onChange(text), 250);
    return () => clearTimeout(pause);
  }, [text, value, onChange]);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="search"
        value={text}
        placeholder={props.placeholder}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}
