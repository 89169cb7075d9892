import { Done, InvitationAccepted, type AcceptInvitation } from '@nhip/server/sign-in/contract.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, send } from '../api.ts';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { DoorFoot, DoorNote } from './door.tsx';
import { invitationMessages } from './invitation-messages.ts';
import { useNewSession } from './session.ts';

/** Somebody with an account becomes a member as well; another address than theirs is asked about once. */
export function AcceptSignedIn(props: {
  token: string;
  person: { name: string; email: string };
  onAccepted: () => Promise<void>;
}) {
  const t = useMessages(invitationMessages);
  const renew = useNewSession();
  const [foreign, setForeign] = useState(false);
  const signOut = useMutation({
    mutationFn: () => send(Done, 'POST', '/api/auth/sign-out', {}),
    onSuccess: renew,
  });
  const noteForeign = (error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'invitation-foreign') setForeign(true);
    throw error;
  };
  const accept = async () => {
    const body: AcceptInvitation = { token: props.token, otherAddressConfirmed: foreign };
    await send(InvitationAccepted, 'POST', '/api/invitations/accept', body).catch(noteForeign);
    await props.onAccepted();
  };
  return (
    <>
      <p>{t('signedIn', props.person)}</p>
      <Form label={t('accept')} send={accept}>
        {foreign && <DoorNote>{t('confirmOther')}</DoorNote>}
        <SubmitButton wide>{t(foreign ? 'acceptOther' : 'accept')}</SubmitButton>
      </Form>
      <DoorFoot>
        {t('notYou')}{' '}
        <ActionButton quiet compact disabled={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('signOut')}
        </ActionButton>
      </DoorFoot>
    </>
  );
}
