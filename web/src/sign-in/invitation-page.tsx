import { InvitationShown } from '@nhip/server/organisations/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../api.ts';
import { formatDate } from '../format.ts';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { PageState } from '../ui/page-state.tsx';
import { AcceptAsNew } from './accept-as-new.tsx';
import { AcceptSignedIn } from './accept-signed-in.tsx';
import { Door, DoorDone } from './door.tsx';
import styles from './door.module.css';
import { invitationMessages } from './invitation-messages.ts';
import { LinkWithoutToken, useLinkToken } from './link-token.tsx';
import { roleWords } from './role-words.ts';
import { useNewSession, useSession } from './session.ts';

export default function InvitationPage() {
  const token = useLinkToken();
  const [accepted, setAccepted] = useState<InvitationShown>();
  const query = useQuery({
    queryKey: ['/api/invitations/lookup', token],
    queryFn: ({ signal }) =>
      send(InvitationShown, 'POST', '/api/invitations/lookup', { token }, signal),
    enabled: token !== '' && !accepted,
  });
  if (accepted) return <Welcome invitation={accepted} />;
  if (!token) return <LinkWithoutToken />;
  return (
    <PageState query={query} page>
      {(invitation) => (
        <Invitation
          invitation={invitation}
          token={token}
          onAccepted={() => setAccepted(invitation)}
        />
      )}
    </PageState>
  );
}

function Invitation(props: { invitation: InvitationShown; token: string; onAccepted: () => void }) {
  const t = useMessages(invitationMessages);
  const local = useLocalText();
  const session = useSession();
  const renew = useNewSession();
  const { invitation, token } = props;
  const onAccepted = async () => {
    props.onAccepted();
    await renew();
  };
  return (
    <Door title={t('title', { organisation: local(invitation.organisation.name) })}>
      <Facts invitation={invitation} />
      {session?.person ? (
        <AcceptSignedIn token={token} person={session.person} onAccepted={onAccepted} />
      ) : (
        session && <AcceptAsNew token={token} invitation={invitation} onAccepted={onAccepted} />
      )}
    </Door>
  );
}

function Facts({ invitation }: { invitation: InvitationShown }) {
  const t = useMessages(invitationMessages);
  const role = useMessages(roleWords);
  const language = useLanguage();
  const { roles, unit, emailMasked, expiresAt } = invitation;
  const facts: [string, string | null][] = [
    [t('roles'), roles.map((one) => role(`name.${one}`)).join(', ') || t('member')],
    [t('unit'), unit],
    [t('sentTo'), emailMasked],
    [t('until'), formatDate(expiresAt, language)],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Welcome({ invitation }: { invitation: InvitationShown }) {
  const t = useMessages(invitationMessages);
  const local = useLocalText();
  return (
    <Door title={t('done', { organisation: local(invitation.organisation.name) })}>
      <DoorDone
        actions={
          <>
            <Link className="action" data-primary to="/">
              {t('start')}
            </Link>
            <Link className="action" to="/me/sign-in">
              {t('secure')}
            </Link>
          </>
        }
      >
        {t('doneBody')}
      </DoorDone>
    </Door>
  );
}
