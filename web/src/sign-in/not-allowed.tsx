import { Session } from '@nhip/server/sign-in/contract.ts';
import { IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { send } from '../api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useWindowTitle } from '../ui/heading.tsx';
import { uiMessages } from '../ui/messages.ts';
import styles from './not-allowed.module.css';
import { signInMessages } from './messages.ts';
import { roleWords } from './role-words.ts';
import { useNewSession, useSession } from './session.ts';

/** The server has refused a page to this role: why, whom to ask, and how to get on. */
export default function NotAllowed({ page }: { page?: boolean }) {
  const Heading = page ? 'h1' : 'h2';
  const t = useMessages(signInMessages);
  const ui = useMessages(uiMessages);
  const words = useMessages(roleWords);
  const local = useLocalText();
  const session = useSession();
  const href = useRouterState({ select: ({ location }) => location.href });
  const title = t('notAllowed.title');
  useWindowTitle(page ? title : undefined);
  const organisation = session?.organisation;
  return (
    <div className={styles.box}>
      <IconLock aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <Heading>{title}</Heading>
        {session && (
          <p>
            {organisation
              ? t('notAllowed.role', {
                  organisation: local(organisation.name),
                  roles: session.roles.map((role) => words(`name.${role}`)).join(', '),
                })
              : t('notAllowed.noRole')}{' '}
            {t('notAllowed.ask')}
          </p>
        )}
        {session && <OtherOrganisations session={session} />}
        <div className={styles.actions}>
          <Link className="action" data-primary to="/">
            {ui('state.home')}
          </Link>
          <Link className="action" to="/sign-in" search={{ next: href }}>
            {t('notAllowed.other')}
          </Link>
        </div>
      </div>
    </div>
  );
}

function OtherOrganisations({ session }: { session: Session }) {
  const t = useMessages(signInMessages);
  const local = useLocalText();
  const renew = useNewSession();
  const choose = useMutation({
    mutationFn: (organisationId: number) =>
      send(Session, 'PUT', '/api/session/organisation', { organisationId }),
    onSuccess: renew,
  });
  const others = session.organisations.filter(({ id }) => id !== session.organisation?.id);
  if (others.length === 0) return null;
  return (
    <div>
      <p>{t('notAllowed.switch')}</p>
      <div className={styles.actions}>
        {others.map(({ id, name }) => (
          <ActionButton key={id} disabled={choose.isPending} onClick={() => choose.mutate(id)}>
            {local(name)}
          </ActionButton>
        ))}
      </div>
    </div>
  );
}
