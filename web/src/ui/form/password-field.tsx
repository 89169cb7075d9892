import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../language.ts';
import { FieldFrame } from './text-field.tsx';
import styles from './text-field.module.css';
import { passwordMessages } from './password-messages.ts';

/** A password that can be shown and pasted, and that a password manager recognises. */
export function PasswordField(props: {
  name: string;
  label: string;
  kind: 'current-password' | 'new-password';
  hint?: ReactNode;
  aside?: ReactNode;
}) {
  const t = useMessages(passwordMessages);
  const [shown, setShown] = useState(false);
  const Icon = shown ? IconEyeOff : IconEye;
  const isNew = props.kind === 'new-password';
  return (
    <FieldFrame
      name={props.name}
      label={props.label}
      hint={props.hint ?? (isNew ? t('advice') : undefined)}
      aside={props.aside}
    >
      {(described) => (
        <div className={styles.secret}>
          <input
            {...described}
            className={styles.input}
            name={props.name}
            type={shown ? 'text' : 'password'}
            autoComplete={props.kind}
            autoCapitalize="none"
            spellCheck={false}
            aria-required
            maxLength={1024}
          />
          <button
            type="button"
            className={styles.reveal}
            aria-pressed={shown}
            aria-label={t('show')}
            title={t(shown ? 'hide' : 'show')}
            onClick={() => setShown(!shown)}
          >
            <Icon size={20} aria-hidden />
          </button>
        </div>
      )}
    </FieldFrame>
  );
}
