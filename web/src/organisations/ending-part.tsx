import { OrganisationDetail } from '@nhip/server/organisations/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { organisationMessages } from './messages.ts';
import { forgetOrganisations } from './organisations-api.ts';
import styles from './organisations.module.css';
import { today } from './today.ts';

/** An organisation that ends without a successor. */
export function EndingPart({ organisation }: { organisation: OrganisationDetail }) {
  const t = useMessages(organisationMessages);
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <div>
        <ActionButton quiet onClick={() => setAsking(true)}>
          {t('ending.add')}
        </ActionButton>
      </div>
    );
  }
  return (
    <section className={styles.panel} aria-labelledby="ending">
      <h2 id="ending">{t('ending.add')}</h2>
      <p>{t('ending.why')}</p>
      <Form
        label={t('ending.add')}
        check={({ onDate }) => ({ onDate: onDate ? undefined : t('succession.missingDate') })}
        send={async ({ onDate }) => {
          const address = `/api/organisations/${organisation.id}/end`;
          await send(OrganisationDetail, 'POST', address, { onDate });
          await forgetOrganisations(queries);
        }}
      >
        <div className={styles.fields}>
          <FormText name="onDate" type="date" label={t('ending.onDate')} initial={today()} />
        </div>
        <div className={styles.actions}>
          <SubmitButton>{t('ending.go')}</SubmitButton>
          <ActionButton quiet onClick={() => setAsking(false)}>
            {t('cancel')}
          </ActionButton>
        </div>
      </Form>
    </section>
  );
}
