import { OrganisationDetail } from '@nhip/server/organisations/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { organisationMessages } from './messages.ts';
import { OrganisationForm } from './organisation-form.tsx';
import { forgetOrganisations } from './organisations-api.ts';
import styles from './organisations.module.css';

export function NewOrganisation({ onClose }: { onClose: () => void }) {
  const t = useMessages(organisationMessages);
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <section className={styles.panel} aria-labelledby="new-organisation">
      <h2 id="new-organisation">{t('addTitle')}</h2>
      <OrganisationForm
        label={t('addTitle')}
        submit={t('create')}
        onClose={onClose}
        onSend={async (draft) => {
          const made = await send(OrganisationDetail, 'POST', '/api/organisations', draft);
          await forgetOrganisations(queries);
          // the next step is to invite its administrator
          await navigate({
            to: '/organisations/$id',
            params: { id: String(made.id) },
            search: { part: 'invitations' },
          });
        }}
      />
    </section>
  );
}
