import { Done } from '@nhip/server/sign-in/contract.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { PasswordField } from '../ui/form/password-field.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { useInstallation } from '../ui/installation.ts';
import { Door, DoorDone, DoorFoot } from './door.tsx';
import { fieldOfPassword } from './field-of-code.ts';
import { signInMessages } from './messages.ts';

export default function RegisterPage() {
  const t = useMessages(signInMessages);
  const [sentTo, setSentTo] = useState<string>();
  if (sentTo !== undefined) return <LetterSent email={sentTo} />;
  const register = async ({ name, email = '', password }: Values) => {
    await send(Done, 'POST', '/api/auth/sign-up/email', { name, email, password });
    setSentTo(email.trim());
  };
  return (
    <Door title={t('registering.title')} lead={t('registering.lead')}>
      <Form
        label={t('registering.title')}
        check={({ name, email, password }) => ({
          name: name?.trim() ? undefined : t('missing.name'),
          email: email?.trim() ? undefined : t('missing.email'),
          password: password ? undefined : t('missing.password'),
        })}
        fieldOf={fieldOfPassword('password')}
        send={register}
      >
        <FormText name="name" label={t('name')} autoComplete="name" maxLength={200} required />
        <FormText
          name="email"
          type="email"
          label={t('email')}
          hint={t('registering.hint')}
          autoComplete="username"
          required
        />
        <PasswordField name="password" kind="new-password" label={t('password')} />
        <SubmitButton wide>{t('registering.go')}</SubmitButton>
      </Form>
      <DoorFoot>
        {t('registering.have')} <Link to="/sign-in">{t('go')}</Link>
      </DoorFoot>
    </Door>
  );
}

function LetterSent({ email }: { email: string }) {
  const t = useMessages(signInMessages);
  const demonstration = useInstallation()?.kind === 'demo';
  const [again, setAgain] = useState(false);
  const sendAgain = async () => {
    await send(Done, 'POST', '/api/auth/send-verification-email', { email });
    setAgain(true);
  };
  return (
    <Door title={t('registering.sent')}>
      <DoorDone
        actions={
          <>
            <ActionButton onClick={() => void sendAgain()} disabled={again}>
              {t(again ? 'registering.againDone' : 'registering.again')}
            </ActionButton>
            {demonstration && (
              <Link className="action" to="/outbox">
                {t('demonstration.outbox')}
              </Link>
            )}
          </>
        }
      >
        {t('registering.sentBody', { email })}
      </DoorDone>
    </Door>
  );
}
