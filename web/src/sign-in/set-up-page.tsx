import { SignedIn } from '@nhip/server/sign-in/contract.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { PasswordField } from '../ui/form/password-field.tsx';
import { FormSelect, FormText } from '../ui/form/text-field.tsx';
import { Door, DoorDone } from './door.tsx';
import styles from './door.module.css';
import { fieldOfPassword } from './field-of-code.ts';
import { LinkWithoutToken, useLinkToken } from './link-token.tsx';
import { signInMessages } from './messages.ts';
import { useNewSession } from './session.ts';

/** The first account of a fresh installation, and the way on to the organisations. */
export default function SetUpPage() {
  const t = useMessages(signInMessages);
  const language = useLanguage();
  const token = useLinkToken();
  const renew = useNewSession();
  const [done, setDone] = useState(false);
  if (done) return <Ready />;
  if (!token) return <LinkWithoutToken />;
  const setUp = async (values: Values) => {
    await send(SignedIn, 'POST', '/api/set-up', { ...values, token });
    setDone(true);
    await renew();
  };
  return (
    <Door title={t('settingUp.title')} lead={t('settingUp.lead')}>
      <Steps at="first" />
      <Form
        label={t('settingUp.title')}
        check={({ name, email, password }) => ({
          name: name?.trim() ? undefined : t('missing.name'),
          email: email?.trim() ? undefined : t('missing.email'),
          password: password ? undefined : t('missing.password'),
        })}
        fieldOf={fieldOfPassword('password')}
        send={setUp}
      >
        <FormText name="name" label={t('name')} autoComplete="name" maxLength={200} required />
        <FormText name="email" type="email" label={t('email')} autoComplete="username" required />
        <PasswordField name="password" kind="new-password" label={t('password')} />
        <FormSelect
          name="language"
          label={t('settingUp.language')}
          initial={language}
          options={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
        <SubmitButton wide>{t('settingUp.go')}</SubmitButton>
      </Form>
    </Door>
  );
}

function Ready() {
  const t = useMessages(signInMessages);
  return (
    <Door title={t('settingUp.done')}>
      <Steps at="second" />
      <DoorDone
        actions={
          <>
            <Link className="action" data-primary to="/organisations">
              {t('settingUp.organisations')}
            </Link>
            <Link className="action" to="/me/sign-in">
              {t('settingUp.secure')}
            </Link>
          </>
        }
      >
        {t('settingUp.doneBody')}
      </DoorDone>
    </Door>
  );
}

function Steps({ at }: { at: 'first' | 'second' }) {
  const t = useMessages(signInMessages);
  return (
    <ol className={styles.steps}>
      {(['first', 'second', 'third'] as const).map((step) => (
        <li key={step} aria-current={step === at ? 'step' : undefined}>
          {t(`settingUp.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
