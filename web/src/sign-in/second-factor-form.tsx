import { SignedIn } from '@nhip/server/sign-in/contract.ts';
import { useState } from 'react';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { Door } from './door.tsx';
import styles from './door.module.css';
import { signInMessages } from './messages.ts';

/** The password was right; the code of the authenticator, or one of the kept ones, opens the session. */
export function SecondFactorForm(props: { onDone: () => Promise<void>; onBack: () => void }) {
  const t = useMessages(signInMessages);
  const [way, setWay] = useState<'totp' | 'backup-code'>('totp');
  const byApp = way === 'totp';
  const verify = async ({ code = '' }: Values) => {
    const plain = byApp ? code.replace(/\s/g, '') : code.trim();
    await send(SignedIn, 'POST', `/api/auth/two-factor/verify-${way}`, { code: plain });
    await props.onDone();
  };
  return (
    <Door title={t('second.title')} lead={t(byApp ? 'second.lead' : 'second.leadBackup')}>
      <Form
        key={way}
        label={t('second.title')}
        check={({ code }) => ({ code: code?.trim() ? undefined : t('missing.code') })}
        fieldOf={{ 'code-wrong': 'code', 'invalid-request': 'code' }}
        send={verify}
      >
        <FormText
          name="code"
          label={t(byApp ? 'second.code' : 'second.backupCode')}
          autoComplete="one-time-code"
          inputMode={byApp ? 'numeric' : 'text'}
          required
          autoFocus
        />
        <SubmitButton wide>{t('second.go')}</SubmitButton>
      </Form>
      <div className={styles.actions}>
        <ActionButton quiet onClick={() => setWay(byApp ? 'backup-code' : 'totp')}>
          {t(byApp ? 'second.useBackup' : 'second.useApp')}
        </ActionButton>
        <ActionButton quiet onClick={props.onBack}>
          {t('second.back')}
        </ActionButton>
      </div>
    </Door>
  );
}
