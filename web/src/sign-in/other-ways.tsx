import { Redirect, type SignedIn, type SignInWays } from '@nhip/server/sign-in/contract.ts';
import { IconBuildingBank, IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { ApiProblem, send } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { DoorNote, Or } from './door.tsx';
import styles from './door.module.css';
import { signInMessages } from './messages.ts';
import { passkeysHere, signInByPasskey } from './passkeys.ts';

/** Passkey and identity provider, each where it is possible. */
export function OtherWays(props: {
  ways: SignInWays;
  onSignedIn: (answer: SignedIn) => Promise<void>;
}) {
  const t = useMessages(signInMessages);
  const language = useLanguage();
  const { identityProvider, passkeyHost } = props.ways;
  const passkey = useMutation({
    mutationFn: () => signInByPasskey(false),
    onSuccess: props.onSignedIn,
  });
  const provider = useMutation({
    mutationFn: () => send(Redirect, 'POST', '/api/auth/sign-in/identity', {}),
    onSuccess: ({ url }) => location.assign(url),
  });
  const withPasskey = passkeysHere(passkeyHost);
  const elsewhere = location.hostname !== passkeyHost;
  const error = passkey.error ?? provider.error;
  if (!withPasskey && identityProvider === null) return null;
  return (
    <div className={styles.ways}>
      <Or>{t('or')}</Or>
      {withPasskey && (
        <ActionButton
          icon={IconFingerprint}
          disabled={passkey.isPending}
          onClick={() => passkey.mutate()}
        >
          {t('passkey')}
        </ActionButton>
      )}
      {identityProvider !== null && elsewhere && (
        // the provider sends people back to one name, and the browser must be known there
        <a
          className="action"
          href={`${location.protocol}//${passkeyHost}:${location.port}/sign-in`}
        >
          <IconBuildingBank size={18} aria-hidden />
          {t('provider', { name: identityProvider })}
        </a>
      )}
      {identityProvider !== null && !elsewhere && (
        <ActionButton
          icon={IconBuildingBank}
          disabled={provider.isPending}
          onClick={() => provider.mutate()}
        >
          {t('provider', { name: identityProvider })}
        </ActionButton>
      )}
      <div role="status">
        {error && (
          <DoorNote>
            {error instanceof ApiProblem ? error.words[language] : t('passkeyStopped')}
          </DoorNote>
        )}
      </div>
    </div>
  );
}
