import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { signInWanted } from '../api.ts';
import { useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { LoadingPage, PageState } from '../ui/page-state.tsx';
import { PasskeysPart } from './passkeys-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { SecondFactorPart } from './second-factor-part.tsx';
import { securityMessages } from './security-messages.ts';
import styles from './security-page.module.css';
import { sessionQuery } from './session.ts';
import { SessionsPart } from './sessions-part.tsx';

export default function SecurityPage() {
  const query = useQuery(sessionQuery);
  return (
    <PageState query={query} page>
      {({ person }) => (person ? <Security person={person} /> : <Nobody />)}
    </PageState>
  );
}

/** The session has ended elsewhere: the way leads through the sign-in and back here. */
function Nobody() {
  useEffect(() => void signInWanted.dispatchEvent(new Event('wanted')), []);
  return <LoadingPage />;
}

function Security({ person }: { person: { email: string; secondFactor: boolean } }) {
  const t = useMessages(securityMessages);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { email: person.email })} />
      <div className={styles.parts}>
        <PasswordPart email={person.email} />
        <SecondFactorPart on={person.secondFactor} />
        <PasskeysPart />
        <SessionsPart />
      </div>
    </>
  );
}
