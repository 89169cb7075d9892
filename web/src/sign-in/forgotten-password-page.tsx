import { Done } from '@nhip/server/sign-in/contract.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { useInstallation } from '../ui/installation.ts';
import { Door, DoorDone, DoorFoot } from './door.tsx';
import { fieldOfPassword } from './field-of-code.ts';
import { signInMessages } from './messages.ts';

/** The same answer whether the address has an account or not. */
export default function ForgottenPasswordPage() {
  const t = useMessages(signInMessages);
  const demonstration = useInstallation()?.kind === 'demo';
  const [sentTo, setSentTo] = useState<string>();
  const back = <Link to="/sign-in">{t('forgot.back')}</Link>;
  if (sentTo !== undefined) {
    return (
      <Door title={t('forgot.sent')}>
        <DoorDone
          actions={
            demonstration && (
              <Link className="action" to="/outbox">
                {t('demonstration.outbox')}
              </Link>
            )
          }
        >
          {t('forgot.sentBody', { email: sentTo })}
        </DoorDone>
        <DoorFoot>{back}</DoorFoot>
      </Door>
    );
  }
  const ask = async ({ email = '' }: Values) => {
    await send(Done, 'POST', '/api/auth/request-password-reset', { email });
    setSentTo(email.trim());
  };
  return (
    <Door title={t('forgot.title')} lead={t('forgot.lead')}>
      <Form
        label={t('forgot.title')}
        check={({ email }) => ({ email: email?.trim() ? undefined : t('missing.email') })}
        fieldOf={fieldOfPassword('password')}
        send={ask}
      >
        <FormText name="email" type="email" label={t('email')} autoComplete="username" required />
        <SubmitButton wide>{t('forgot.go')}</SubmitButton>
      </Form>
      <DoorFoot>{back}</DoorFoot>
    </Door>
  );
}
