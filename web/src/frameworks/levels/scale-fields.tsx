import type { ReactNode } from 'react';
import { FieldFrame } from '../../ui/form/text-field.tsx';
import styles from './levels.module.css';

interface Field {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value: string | undefined;
  lang?: string;
  onChange: (value: string) => void;
}

/** One line whose words the editor of a scale holds. */
export function Line({ name, label, hint, value, lang, onChange }: Field) {
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      {(described) => (
        <input
          {...described}
          name={name}
          className={styles.input}
          value={value ?? ''}
          lang={lang}
          autoComplete="off"
          maxLength={2000}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

/** The same for several sentences. */
export function Area({ name, label, hint, value, lang, onChange }: Field) {
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      {(described) => (
        <textarea
          {...described}
          name={name}
          className={styles.area}
          rows={2}
          value={value ?? ''}
          lang={lang}
          maxLength={20_000}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
