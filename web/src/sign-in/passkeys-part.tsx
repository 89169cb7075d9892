import { Done, Passkey, SignInWays } from '@nhip/server/sign-in/contract.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { ApiProblem, reading, send } from '../api.ts';
import { formatDate } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { PageState } from '../ui/page-state.tsx';
import { passkeysPossible } from './passkey-host.ts';
import { addPasskey, passkeysHere, wasStopped } from './passkeys.ts';
import { securityMessages } from './security-messages.ts';
import styles from './security-page.module.css';

const ownPasskeys = reading(z.array(Passkey), '/api/passkeys');

export function PasskeysPart() {
  const t = useMessages(securityMessages);
  const query = useQuery(ownPasskeys);
  const queries = useQueryClient();
  const host = useQuery(reading(SignInWays, '/api/sign-in/ways')).data?.passkeyHost;
  const [said, setSaid] = useState<'added' | 'stopped' | 'removed'>();
  const reload = () => queries.invalidateQueries({ queryKey: ownPasskeys.queryKey });
  const add = async ({ name = '' }: Values) => {
    setSaid(undefined);
    try {
      await addPasskey(name.trim());
      setSaid('added');
      await reload();
    } catch (error) {
      if (!wasStopped(error)) throw error;
      setSaid('stopped');
    }
  };
  return (
    <section className={styles.part} aria-labelledby="passkeys">
      <h2 id="passkeys">{t('passkeys.title')}</h2>
      <p className={styles.why}>{t('passkeys.why')}</p>
      <PageState query={query}>
        {(list) =>
          list.length === 0 ? (
            <p>{t('passkeys.none')}</p>
          ) : (
            <ul className={styles.list}>
              {list.map((passkey) => (
                <OnePasskey
                  key={passkey.id}
                  passkey={passkey}
                  onRemoved={async () => {
                    setSaid('removed');
                    await reload();
                  }}
                />
              ))}
            </ul>
          )
        }
      </PageState>
      <p className={styles.done} role="status">
        {said && t(`passkeys.${said}`)}
      </p>
      {host !== undefined && !passkeysHere(host) && (
        <p className="muted">
          {passkeysPossible(host, host)
            ? t('passkeys.notHere', { host, here: location.hostname })
            : t('passkeys.notNamed', { host })}
        </p>
      )}
      {host !== undefined && passkeysHere(host) && (
        <div className={styles.form}>
          <Form label={t('passkeys.add')} send={add}>
            <FormText
              name="name"
              label={t('passkeys.name')}
              hint={t('passkeys.nameHint')}
              maxLength={60}
            />
            <SubmitButton quiet>{t('passkeys.add')}</SubmitButton>
          </Form>
        </div>
      )}
    </section>
  );
}

function OnePasskey(props: { passkey: Passkey; onRemoved: () => Promise<void> }) {
  const t = useMessages(securityMessages);
  const language = useLanguage();
  const { id, createdAt, deviceType } = props.passkey;
  const name = props.passkey.name || t('passkeys.unnamed');
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => send(Done, 'POST', '/api/auth/passkey/delete-passkey', { id }),
    onSuccess: props.onRemoved,
  });
  const about = [
    createdAt && t('passkeys.since', { date: formatDate(createdAt, language) }),
    deviceType === 'multiDevice' && t('passkeys.synced'),
  ].filter(Boolean);
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <span className="muted small">{about.join(' · ')}</span>
        {remove.error instanceof ApiProblem && (
          <span role="alert" className={styles.fault}>
            {remove.error.words[language]}
          </span>
        )}
      </span>
      <span className={styles.actions}>
        {asking ? (
          <>
            <ActionButton compact disabled={remove.isPending} onClick={() => remove.mutate()}>
              {t('passkeys.sure')}
            </ActionButton>
            <ActionButton compact quiet autoFocus onClick={() => setAsking(false)}>
              {t('passkeys.keep')}
            </ActionButton>
          </>
        ) : (
          <ActionButton
            compact
            aria-label={t('passkeys.removeOf', { name })}
            onClick={() => setAsking(true)}
          >
            {t('passkeys.remove')}
          </ActionButton>
        )}
      </span>
    </li>
  );
}
