import { ApiScope, NewKey } from '@nhip/server/sign-in/contract.ts';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { FormText, FormTicks } from '../ui/form/text-field.tsx';
import { apiClientMessages } from './api-client-messages.ts';
import styles from './security-page.module.css';

export function ApiClientForm({ onMade }: { onMade: (key: NewKey & { name: string }) => void }) {
  const t = useMessages(apiClientMessages);
  const make = async ({ name = '', scopes = '' }: Values) => {
    const body = { name: name.trim(), scopes: scopes.split(' ') };
    onMade({ ...(await send(NewKey, 'POST', '/api/api-clients', body)), name: body.name });
  };
  return (
    <section className={styles.part} aria-labelledby="new-machine">
      <h2 id="new-machine">{t('add')}</h2>
      <Form
        label={t('add')}
        check={({ name, scopes }) => ({
          name: name?.trim() ? undefined : t('missingName'),
          scopes: scopes ? undefined : t('missingScope'),
        })}
        send={make}
      >
        <div className={styles.form}>
          <FormText name="name" label={t('name')} hint={t('nameHint')} maxLength={100} required />
        </div>
        <FormTicks
          name="scopes"
          label={t('scopes')}
          initial={['read']}
          options={ApiScope.options.map((scope) => ({
            value: scope,
            label: t(`scope.${scope}`),
            meaning: t(`scopeMeaning.${scope}`),
          }))}
        />
        <SubmitButton>{t('go')}</SubmitButton>
      </Form>
    </section>
  );
}
