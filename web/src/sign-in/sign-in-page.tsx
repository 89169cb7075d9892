import { SignInWays } from '@nhip/server/sign-in/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { reading } from '../api.ts';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { PageState } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { DemonstrationRoles } from './demonstration-roles.tsx';
import { Door, DoorFoot, DoorNote } from './door.tsx';
import styles from './door.module.css';
import { signInMessages } from './messages.ts';
import { OtherWays } from './other-ways.tsx';
import { PasswordForm } from './password-form.tsx';
import { safeNext } from './safe-next.ts';
import { SecondFactorForm } from './second-factor-form.tsx';
import { useNewSession, useSession } from './session.ts';

export const signInWays = reading(SignInWays, '/api/sign-in/ways');

export default function SignInPage() {
  const query = useQuery(signInWays);
  return (
    <PageState query={query} page>
      {(ways) => <SignIn ways={ways} />}
    </PageState>
  );
}

function SignIn({ ways }: { ways: SignInWays }) {
  const t = useMessages(signInMessages);
  const [url] = useUrlState();
  const [second, setSecond] = useState(false);
  const arrive = useArrival(url.next);
  const onSignedIn = async ({ secondFactor }: { secondFactor: boolean }) => {
    if (secondFactor) setSecond(true);
    else await arrive();
  };
  if (second) return <SecondFactorForm onDone={arrive} onBack={() => setSecond(false)} />;
  const roles = ways.demonstration;
  return (
    <Door
      title={t('title')}
      beside={roles.length > 0 && <DemonstrationRoles roles={roles} onSignedIn={onSignedIn} />}
    >
      {url.error !== undefined && <DoorNote>{t('why.refused')}</DoorNote>}
      {url.why === 'needed' && <DoorNote>{t('why.needed')}</DoorNote>}
      <AlreadyIn onGo={arrive} />
      {ways.needsSetUp && <NeedsSetUp />}
      <PasswordForm passkeyHost={ways.passkeyHost} onSignedIn={onSignedIn} />
      <OtherWays ways={ways} onSignedIn={onSignedIn} />
      <DoorFoot>
        {t('noAccount')} <Link to="/register">{t('register')}</Link>
      </DoorFoot>
    </Door>
  );
}

function useArrival(next: string | undefined): () => Promise<void> {
  const renew = useNewSession();
  const router = useRouter();
  return async () => {
    await renew();
    router.history.push(safeNext(next, location.origin));
  };
}

function AlreadyIn({ onGo }: { onGo: () => Promise<void> }) {
  const t = useMessages(signInMessages);
  const person = useSession()?.person;
  if (!person) return null;
  return (
    <DoorNote>
      {t('already', { name: person.name })}{' '}
      <ActionButton compact onClick={() => void onGo()}>
        {t('goOn')}
      </ActionButton>
    </DoorNote>
  );
}

function NeedsSetUp() {
  const t = useMessages(signInMessages);
  const command = 'nhip admin create';
  return (
    <section aria-labelledby="needs-set-up" className={styles.done}>
      <h2 id="needs-set-up">{t('needsSetUp.title')}</h2>
      <p>{t('needsSetUp.body')}</p>
      <div className={styles.code}>
        <code>{command}</code>
        <CopyButton text={command} />
      </div>
    </section>
  );
}
