import { Done, SecondFactorSetUp } from '@nhip/server/sign-in/contract.ts';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { PasswordField } from '../ui/form/password-field.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { SecondFactorSteps } from './second-factor-steps.tsx';
import { securityMessages } from './security-messages.ts';
import styles from './security-page.module.css';
import { useNewSession } from './session.ts';

export function SecondFactorPart({ on }: { on: boolean }) {
  const t = useMessages(securityMessages);
  const renew = useNewSession();
  const [setUp, setSetUp] = useState<SecondFactorSetUp>();
  const [done, setDone] = useState<'second.done' | 'second.ended'>();
  const begin = async ({ password }: Values) => {
    setDone(undefined);
    setSetUp(await send(SecondFactorSetUp, 'POST', '/api/auth/two-factor/enable', { password }));
  };
  const end = async ({ password }: Values) => {
    await send(Done, 'POST', '/api/auth/two-factor/disable', { password });
    setDone('second.ended');
    await renew();
  };
  const confirmed = async () => {
    setSetUp(undefined);
    setDone('second.done');
    await renew();
  };
  return (
    <section
      className={styles.part}
      aria-labelledby="second-factor"
      data-printed={setUp !== undefined || undefined}
    >
      <div className={styles.head}>
        <h2 id="second-factor">{t('second.title')}</h2>
        {on ? (
          <StateBadge icon={IconShieldCheck} tone="supply">
            {t('second.on')}
          </StateBadge>
        ) : (
          <StateBadge icon={IconShieldOff}>{t('second.off')}</StateBadge>
        )}
      </div>
      <p className={styles.why}>{t('second.why')}</p>
      <p className={styles.done} role="status">
        {done && t(done)}
      </p>
      {setUp ? (
        <SecondFactorSteps setUp={setUp} onDone={confirmed} onStop={() => setSetUp(undefined)} />
      ) : (
        <div className={styles.form}>
          <Form
            key={String(on)}
            label={t(on ? 'second.end' : 'second.begin')}
            check={({ password }) => ({ password: password ? undefined : t('password.missing') })}
            fieldOf={{ 'password-wrong': 'password' }}
            send={on ? end : begin}
          >
            <PasswordField name="password" kind="current-password" label={t('second.password')} />
            <SubmitButton quiet>{t(on ? 'second.end' : 'second.begin')}</SubmitButton>
          </Form>
        </div>
      )}
    </section>
  );
}
