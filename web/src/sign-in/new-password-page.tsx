import { Done } from '@nhip/server/sign-in/contract.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { PasswordField } from '../ui/form/password-field.tsx';
import { Door, DoorDone, DoorFoot } from './door.tsx';
import { fieldOfPassword } from './field-of-code.ts';
import { LinkWithoutToken, useLinkToken } from './link-token.tsx';
import { signInMessages } from './messages.ts';

export default function NewPasswordPage() {
  const t = useMessages(signInMessages);
  const token = useLinkToken();
  const [done, setDone] = useState(false);
  if (!token) return <LinkWithoutToken />;
  if (done) {
    return (
      <Door title={t('renewing.done')}>
        <DoorDone
          actions={
            <Link className="action" data-primary to="/sign-in">
              {t('go')}
            </Link>
          }
        >
          {t('renewing.doneBody')}
        </DoorDone>
      </Door>
    );
  }
  const renew = async ({ newPassword }: Values) => {
    await send(Done, 'POST', '/api/auth/reset-password', { token, newPassword });
    setDone(true);
  };
  return (
    <Door title={t('renewing.title')} lead={t('renewing.lead')}>
      <Form
        label={t('renewing.title')}
        check={({ newPassword }) => ({
          newPassword: newPassword ? undefined : t('missing.password'),
        })}
        fieldOf={fieldOfPassword('newPassword')}
        send={renew}
      >
        <PasswordField name="newPassword" kind="new-password" label={t('renewing.password')} />
        <SubmitButton wide>{t('renewing.go')}</SubmitButton>
      </Form>
      <DoorFoot>
        <Link to="/forgotten-password">{t('renewing.again')}</Link>
      </DoorFoot>
    </Door>
  );
}
