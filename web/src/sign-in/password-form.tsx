import { Done, SignedIn } from '@nhip/server/sign-in/contract.ts';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiProblem, send } from '../api.ts';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { PasswordField } from '../ui/form/password-field.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { DoorNote } from './door.tsx';
import { signInMessages } from './messages.ts';
import { offersInField, passkeysHere, signInByPasskey } from './passkeys.ts';

export function PasswordForm(props: {
  passkeyHost: string;
  onSignedIn: (answer: SignedIn) => Promise<void>;
}) {
  const t = useMessages(signInMessages);
  const [unconfirmed, setUnconfirmed] = useState<string>();
  usePasskeysInField(props.passkeyHost, props.onSignedIn);
  const signIn = async ({ email = '', password }: Values) => {
    setUnconfirmed(undefined);
    const answer = await send(SignedIn, 'POST', '/api/auth/sign-in/email', {
      email,
      password,
    }).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.code === 'email-not-verified') setUnconfirmed(email);
      throw error;
    });
    await props.onSignedIn(answer);
  };
  return (
    <>
      <Form
        label={t('withPassword')}
        check={({ email, password }) => ({
          email: email?.trim() ? undefined : t('missing.email'),
          password: password ? undefined : t('missing.password'),
        })}
        fieldOf={{ 'email-invalid': 'email', 'email-look-alike': 'email' }}
        send={signIn}
      >
        <FormText
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username webauthn"
          required
        />
        <PasswordField
          name="password"
          kind="current-password"
          label={t('password')}
          aside={
            <Link className="small" to="/forgotten-password">
              {t('forgotten')}
            </Link>
          }
        />
        <SubmitButton wide>{t('go')}</SubmitButton>
      </Form>
      {unconfirmed && <Unconfirmed email={unconfirmed} />}
    </>
  );
}

/** A new letter for an address that was never confirmed. */
function Unconfirmed({ email }: { email: string }) {
  const t = useMessages(signInMessages);
  const [sent, setSent] = useState(false);
  const again = async () => {
    await send(Done, 'POST', '/api/auth/send-verification-email', { email });
    setSent(true);
  };
  if (sent) return <DoorNote>{t('letterSent')}</DoorNote>;
  return <ActionButton onClick={() => void again()}>{t('unconfirmed')}</ActionButton>;
}

/** Where the browser can, passkeys are offered in the field of the address itself. */
function usePasskeysInField(host: string, onSignedIn: (answer: SignedIn) => Promise<void>) {
  useEffect(() => {
    let here = true;
    const offer = async () => {
      if (!passkeysHere(host) || !(await offersInField()) || !here) return;
      const answer = await signInByPasskey(true);
      if (here) await onSignedIn(answer);
    };
    // whoever types a password instead has stopped it: nothing to say
    void offer().catch(() => undefined);
    return () => {
      here = false;
    };
    // once for each visit of the page
  }, [host]);
}
