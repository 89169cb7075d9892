import { Done } from '@nhip/server/sign-in/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { PasswordField } from '../ui/form/password-field.tsx';
import { fieldOfPassword } from './field-of-code.ts';
import { securityMessages } from './security-messages.ts';
import styles from './security-page.module.css';

export function PasswordPart({ email }: { email: string }) {
  const t = useMessages(securityMessages);
  const queries = useQueryClient();
  const [changes, setChanges] = useState(0);
  const missing = (text: string | undefined) => (text ? undefined : t('password.missing'));
  const change = async ({ currentPassword, newPassword }: Values) => {
    await send(Done, 'POST', '/api/auth/change-password', { currentPassword, newPassword });
    setChanges(changes + 1);
    await queries.invalidateQueries({ queryKey: ['/api/sessions'] });
  };
  return (
    <section className={styles.part} aria-labelledby="password">
      <h2 id="password">{t('password.title')}</h2>
      <p className={styles.why}>{t('password.hint')}</p>
      <div className={styles.form}>
        {/* a new key empties the fields after a change */}
        <Form
          key={changes}
          label={t('password.go')}
          check={(values) => ({
            currentPassword: missing(values.currentPassword),
            newPassword: missing(values.newPassword),
          })}
          fieldOf={{ ...fieldOfPassword('newPassword'), 'password-wrong': 'currentPassword' }}
          send={change}
        >
          {/* tells a password manager whose password this is */}
          <input hidden readOnly type="email" autoComplete="username" value={email} />
          <PasswordField
            name="currentPassword"
            kind="current-password"
            label={t('password.current')}
          />
          <PasswordField name="newPassword" kind="new-password" label={t('password.new')} />
          <SubmitButton quiet>{t('password.go')}</SubmitButton>
        </Form>
      </div>
      <p className={styles.done} role="status">
        {changes > 0 && t('password.done')}
      </p>
      <p className="small muted">
        {t('password.none')} <Link to="/forgotten-password">{t('password.set')}</Link>
      </p>
    </section>
  );
}
