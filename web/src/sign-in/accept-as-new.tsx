import type { InvitationShown } from '@nhip/server/organisations/contract.ts';
import { Link, useRouterState } from '@tanstack/react-router';
import { z } from 'zod';
import { send } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { PasswordField } from '../ui/form/password-field.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { DoorFoot, DoorNote } from './door.tsx';
import { fieldOfPassword } from './field-of-code.ts';
import { invitationMessages } from './invitation-messages.ts';

/** The letter has shown that the address is theirs: a name and a password make the account. */
export function AcceptAsNew(props: {
  token: string;
  invitation: InvitationShown;
  onAccepted: () => Promise<void>;
}) {
  const t = useMessages(invitationMessages);
  const language = useLanguage();
  const here = useRouterState({ select: ({ location }) => location.href });
  const { accountExists, fullName, emailMasked } = props.invitation;
  if (accountExists) {
    return (
      <>
        <DoorNote>{t('exists')}</DoorNote>
        <Link className="action" data-primary to="/sign-in" search={{ next: here }}>
          {t('signIn')}
        </Link>
      </>
    );
  }
  const accept = async ({ name = '', email, password }: Values) => {
    const body = { token: props.token, name: name.trim(), password, language, email };
    await send(z.unknown(), 'POST', '/api/invitations/accept-as-new', body);
    await props.onAccepted();
  };
  const asksEmail = emailMasked === null;
  return (
    <>
      <Form
        label={t('create')}
        check={({ name, email, password }) => ({
          name: name?.trim() ? undefined : t('missing.name'),
          email: !asksEmail || email?.trim() ? undefined : t('missing.email'),
          password: password ? undefined : t('missing.password'),
        })}
        fieldOf={fieldOfPassword('password')}
        send={accept}
      >
        <FormText
          name="name"
          label={t('name')}
          initial={fullName}
          autoComplete="name"
          maxLength={200}
          required
        />
        {asksEmail && (
          <FormText
            name="email"
            type="email"
            label={t('email')}
            hint={t('emailHint')}
            autoComplete="username"
            required
          />
        )}
        <PasswordField name="password" kind="new-password" label={t('password')} />
        <SubmitButton wide>{t('create')}</SubmitButton>
      </Form>
      <DoorFoot>
        {t('have')}{' '}
        <Link to="/sign-in" search={{ next: here }}>
          {t('signIn')}
        </Link>
      </DoorFoot>
    </>
  );
}
