import { SignedIn, type SecondFactorSetUp } from '@nhip/server/sign-in/contract.ts';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { securityMessages } from './security-messages.ts';
import styles from './security-page.module.css';

const QrCode = lazy(() => import('./qr-code.tsx'));

/** Scan, keep, confirm: the factor counts only once a code has shown that the phone has it. */
export function SecondFactorSteps(props: {
  setUp: SecondFactorSetUp;
  onDone: () => Promise<void>;
  onStop: () => void;
}) {
  const t = useMessages(securityMessages);
  const { totpURI, backupCodes } = props.setUp;
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  const confirm = async ({ code = '' }: Values) => {
    const plain = code.replace(/\s/g, '');
    await send(SignedIn, 'POST', '/api/auth/two-factor/verify-totp', { code: plain });
    await props.onDone();
  };
  return (
    <>
      <div className={styles.steps}>
        <div className={styles.step}>
          <h3>{t('second.scan')}</h3>
          <Suspense fallback={<div className={styles.qr} />}>
            <QrCode text={totpURI} label={t('second.qr')} className={styles.qr} />
          </Suspense>
          <p>{t('second.typed')}</p>
          <code className={styles.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </div>
        <div className={styles.step} data-printed>
          <h3>{t('second.keep')}</h3>
          <p className="muted">{t('second.keepWhy')}</p>
          <ul className={styles.codes}>
            {backupCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <div className={`${styles.actions} screen-only`}>
            <CopyButton text={backupCodes.join('\n')} />
            <ActionButton icon={IconDownload} onClick={() => save(backupCodes, t('second.file'))}>
              {t('second.download')}
            </ActionButton>
            <ActionButton icon={IconPrinter} onClick={() => print()}>
              {t('second.print')}
            </ActionButton>
          </div>
        </div>
      </div>
      <div className={`${styles.form} screen-only`}>
        <Form
          label={t('second.confirm')}
          check={({ code }) => ({ code: code?.trim() ? undefined : t('second.missing') })}
          fieldOf={{ 'code-wrong': 'code', 'invalid-request': 'code' }}
          send={confirm}
        >
          <h3>{t('second.confirm')}</h3>
          <FormText
            name="code"
            label={t('second.code')}
            autoComplete="one-time-code"
            inputMode="numeric"
            required
          />
          <div className={styles.actions}>
            <SubmitButton>{t('second.go')}</SubmitButton>
            <ActionButton quiet onClick={props.onStop}>
              {t('second.stop')}
            </ActionButton>
          </div>
        </Form>
      </div>
    </>
  );
}

function save(codes: readonly string[], name: string): void {
  const url = URL.createObjectURL(new Blob([`${codes.join('\r\n')}\r\n`], { type: 'text/plain' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
