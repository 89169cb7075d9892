import type { InvitationShown } from '@nhip/server/organisations/contract.ts';
import { InvitationAccepted, type AcceptInvitation } from '@nhip/server/sign-in/contract.ts';
import { Link, useRouterState } from '@tanstack/react-router';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
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
  const here = useRouterState({ select: ({ location }) => location.href });
  const { accountExists, fullName, emailMasked } = props.invitation;
  // a link that names no address proves none: only somebody with an account can use it
  if (accountExists || emailMasked === null) {
    return (
      <>
        <DoorNote>{t(accountExists ? 'exists' : 'needsAccount')}</DoorNote>
        <Link className="action" data-primary to="/sign-in" search={{ next: here }}>
          {t('signIn')}
        </Link>
      </>
    );
  }
  const accept = async ({ name = '', password }: Values) => {
    const body: AcceptInvitation = { token: props.token, name: name.trim(), password };
    await send(InvitationAccepted, 'POST', '/api/invitations/accept', body);
    await props.onAccepted();
  };
  return (
    <>
      <Form
        label={t('create')}
        check={({ name, password }) => ({
          name: name?.trim() ? undefined : t('missing.name'),
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
