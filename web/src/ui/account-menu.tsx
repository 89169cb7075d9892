import { Done, Session } from '@nhip/server/sign-in/contract.ts';
import { IconCheck, IconLogin2, IconLogout } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ApiProblem, send } from '../api.ts';
import { useLanguage, useLocalText, useMessages, type TranslateOf } from '../language.ts';
import { accountMessages } from '../sign-in/account-messages.ts';
import { initialOf } from '../sign-in/initials.ts';
import { mayOpen } from '../sign-in/may-open.ts';
import { roleWords } from '../sign-in/role-words.ts';
import { isOutside } from '../sign-in/safe-next.ts';
import { useNewSession, useSession } from '../sign-in/session.ts';
import styles from './account-menu.module.css';
import { useDropDown } from './use-drop-down.ts';

/** Who is here: for a visitor the way in, for everybody else what is theirs and the way out. */
export function AccountMenu() {
  const session = useSession();
  if (session === undefined) return <span className={styles.place} />;
  return session.person ? <Menu session={session} person={session.person} /> : <SignInLink />;
}

function SignInLink() {
  const t = useMessages(accountMessages);
  const here = useRouterState({ select: ({ location }) => location });
  const next = isOutside(here.pathname) ? undefined : here.href;
  return (
    <Link to="/sign-in" search={{ next }} className={styles.signIn}>
      <IconLogin2 size={18} aria-hidden />
      <span>{t('signIn')}</span>
    </Link>
  );
}

type Person = NonNullable<Session['person']>;

function Menu({ session, person }: { session: Session; person: Person }) {
  const t = useMessages(accountMessages);
  const language = useLanguage();
  const { open, setOpen, close, whole, button } = useDropDown();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setOpen(false), [path, setOpen]);
  return (
    <div {...whole} className={styles.whole}>
      <button
        {...button}
        type="button"
        className={styles.button}
        aria-controls="account"
        aria-label={t('account', { name: person.name })}
        title={person.name}
      >
        <span aria-hidden>{initialOf(person.name, language)}</span>
      </button>
      {open && (
        <div id="account" className={styles.panel}>
          <Identity session={session} person={person} />
          <Organisations session={session} onDone={close} />
          <Links session={session} />
          <SignOut />
        </div>
      )}
    </div>
  );
}

function Identity({ session, person }: { session: Session; person: Person }) {
  const t = useMessages(accountMessages);
  const role = useMessages(roleWords);
  const local = useLocalText();
  return (
    <div className={styles.identity}>
      <strong>{person.name}</strong>
      <span className="muted small">{person.email}</span>
      <span className="small">
        {session.organisation
          ? `${local(session.organisation.name)} · ${session.roles.map((one) => role(`name.${one}`)).join(', ')}`
          : t('noOrganisation')}
      </span>
    </div>
  );
}

/** Only for whoever works in more than one. */
function Organisations({ session, onDone }: { session: Session; onDone: () => void }) {
  const t = useMessages(accountMessages);
  const local = useLocalText();
  const renew = useNewSession();
  const choose = useMutation({
    mutationFn: (organisationId: number) =>
      send(Session, 'PUT', '/api/session/organisation', { organisationId }),
    onSuccess: () => renew().then(onDone),
  });
  if (session.organisations.length < 2) return null;
  return (
    <div className={styles.part} role="group" aria-labelledby="act-for">
      <p id="act-for" className={styles.title}>
        {t('actFor')}
      </p>
      {session.organisations.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className={styles.item}
          aria-pressed={id === session.organisation?.id}
          disabled={choose.isPending}
          onClick={() => (id === session.organisation?.id ? onDone() : choose.mutate(id))}
        >
          <span>{local(name)}</span>
          {id === session.organisation?.id && <IconCheck size={18} aria-hidden />}
        </button>
      ))}
      <Fault error={choose.error} />
    </div>
  );
}

/** By address: pages of several rooms. */
type Links = readonly (readonly [
  to: string,
  key: Parameters<TranslateOf<typeof accountMessages>>[0],
])[];
const mine: Links = [
  ['/me', 'myData'],
  ['/me/sign-in', 'security'],
];
const manage: Links = [
  ['/organisations', 'organisations'],
  ['/drafts', 'drafts'],
  ['/corrections', 'corrections'],
  ['/retention', 'retention'],
  ['/audit', 'audit'],
  ['/api-clients', 'apiClients'],
];

function Links({ session }: { session: Session }) {
  const t = useMessages(accountMessages);
  const parts = [
    { title: 'mine', links: mine },
    { title: 'manage', links: manage },
  ] as const;
  return parts.map(({ title, links }) => (
    <nav key={title} className={styles.part} aria-label={t(title)}>
      {links
        .filter(([to]) => mayOpen(to, session))
        .map(([to, key]) => (
          <Link key={to} to={to} className={styles.item}>
            {t(key)}
          </Link>
        ))}
    </nav>
  ));
}

function SignOut() {
  const t = useMessages(accountMessages);
  const renew = useNewSession();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => send(Done, 'POST', '/api/auth/sign-out', {}),
    onSuccess: async () => {
      await navigate({ to: '/' });
      await renew();
    },
  });
  return (
    <div className={styles.part}>
      <button
        type="button"
        className={styles.item}
        disabled={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        <span>{t('signOut')}</span>
        <IconLogout size={18} aria-hidden />
      </button>
      <Fault error={signOut.error} />
    </div>
  );
}

function Fault({ error }: { error: unknown }) {
  const t = useMessages(accountMessages);
  const language = useLanguage();
  if (!error) return null;
  return (
    <p role="alert" className={styles.fault}>
      {error instanceof ApiProblem ? error.words[language] : t('failed')}
    </p>
  );
}
