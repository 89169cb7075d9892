import type { NewSubscription, Subscription } from '@nhip/server/standards/case/pulls/contract.ts';
import { useState } from 'react';
import { useMessages, type TranslateOf } from '../../language.ts';
import type { Faults, Values } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { FormSelect, FormText, FormTicks } from '../../ui/form/text-field.tsx';
import { pullMessages } from './messages.ts';
import styles from './pulls.module.css';
import { scheduleOptions } from './schedule.ts';

/** How a framework is followed: the same for one that is added and one that is changed. */
export function FollowFields(props: {
  standing?: Subscription;
  /** told when the other server comes to want credentials, or not */
  onSecured?: (secured: boolean) => void;
}) {
  const t = useMessages(pullMessages);
  const { standing } = props;
  const [secured, setSecured] = useState(Boolean(standing?.credentials));
  return (
    <>
      <div className={styles.fields}>
        <FormSelect
          name="everyHours"
          label={t('follow.often')}
          initial={String(standing?.everyHours ?? 24)}
          options={scheduleOptions(t, standing?.everyHours)}
        />
        <FormTicks
          name="appliesItself"
          label={t('follow.itself')}
          initial={standing?.appliesItself ? ['yes'] : []}
          options={[
            {
              value: 'yes',
              label: t('follow.appliesItself'),
              meaning: t('follow.appliesMeaning'),
            },
          ]}
        />
      </div>
      <label className={styles.tick}>
        <input
          type="checkbox"
          name="secured"
          value="yes"
          checked={secured}
          onChange={({ target }) => {
            setSecured(target.checked);
            props.onSecured?.(target.checked);
          }}
        />
        {t('secret.wanted')}
      </label>
      {secured && (
        <div className={styles.fields}>
          <FormText
            name="tokenUrl"
            type="url"
            label={t('secret.tokenUrl')}
            hint={t('secret.tokenHint')}
            initial={standing?.credentials?.tokenUrl}
            maxLength={2000}
            required
          />
          <FormText
            name="clientId"
            label={t('secret.clientId')}
            initial={standing?.credentials?.clientId}
            maxLength={300}
            required
          />
          <PasswordField
            name="clientSecret"
            kind="new-password"
            label={t('secret.clientSecret')}
            hint={[t('secret.secretHint'), standing?.credentials && t('secret.keep')]
              .filter(Boolean)
              .join(' ')}
          />
        </div>
      )}
    </>
  );
}

export function isAddress(text: string | undefined): boolean {
  const written = text?.trim() ?? '';
  return URL.canParse(written) && /^https?:$/.test(new URL(written).protocol);
}

/** What is wrong with the fields above; the secret may be left out where there is one already. */
export function faultsOf(
  values: Values,
  t: TranslateOf<typeof pullMessages>,
  standing?: Subscription,
): Faults {
  if (values.secured !== 'yes') return {};
  const kept = standing?.credentials !== null && standing !== undefined;
  return {
    tokenUrl: isAddress(values.tokenUrl) ? undefined : t('follow.urlFault'),
    clientId: values.clientId?.trim() ? undefined : t('secret.needed'),
    clientSecret: values.clientSecret || kept ? undefined : t('secret.needed'),
  };
}

/** The fields as the server takes them; undefined: the credentials stay as they are. */
export function wantedOf(values: Values, standing?: Subscription) {
  const { tokenUrl = '', clientId = '', clientSecret = '' } = values;
  const same =
    clientSecret === '' &&
    tokenUrl.trim() === standing?.credentials?.tokenUrl &&
    clientId.trim() === standing.credentials.clientId;
  const credentials: NewSubscription['credentials'] | undefined =
    values.secured !== 'yes'
      ? null
      : same
        ? undefined
        : { tokenUrl: tokenUrl.trim(), clientId: clientId.trim(), clientSecret };
  return {
    everyHours: Number(values.everyHours),
    appliesItself: values.appliesItself === 'yes',
    credentials,
  };
}
