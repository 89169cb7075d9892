import { Done } from '@nhip/server/sign-in/contract.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { Door, DoorDone } from './door.tsx';
import { LinkWithoutToken, useLinkToken } from './link-token.tsx';
import { signInMessages } from './messages.ts';

/** A click of the person confirms, not the program that looks through their letters. */
export default function ConfirmAddressPage() {
  const t = useMessages(signInMessages);
  const token = useLinkToken();
  const [done, setDone] = useState(false);
  if (!token) return <LinkWithoutToken />;
  if (done) {
    return (
      <Door title={t('confirming.done')}>
        <DoorDone
          actions={
            <Link className="action" data-primary to="/sign-in">
              {t('go')}
            </Link>
          }
        >
          {t('confirming.doneBody')}
        </DoorDone>
      </Door>
    );
  }
  const confirm = async () => {
    await send(Done, 'POST', '/api/auth/verify-email', { token });
    setDone(true);
  };
  return (
    <Door title={t('confirming.title')} lead={t('confirming.lead')}>
      <Form label={t('confirming.title')} send={confirm}>
        <SubmitButton wide>{t('confirming.go')}</SubmitButton>
      </Form>
    </Door>
  );
}
