import { ApiClient, type NewKey } from '@nhip/server/sign-in/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { reading } from '../api.ts';
import { useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { ApiClientForm } from './api-client-form.tsx';
import { ApiClientList } from './api-client-list.tsx';
import { apiClientMessages } from './api-client-messages.ts';
import { KeyShownOnce } from './key-shown-once.tsx';
import styles from './security-page.module.css';

const apiClients = reading(z.array(ApiClient), '/api/api-clients');

export default function ApiClientsPage() {
  const t = useMessages(apiClientMessages);
  const query = useQuery(apiClients);
  const queries = useQueryClient();
  const [made, setMade] = useState<NewKey & { name: string }>();
  const reload = () => queries.invalidateQueries({ queryKey: apiClients.queryKey });
  return (
    <PageState query={query} page>
      {(clients) => (
        <>
          <PageHeading title={t('title')} lead={t('lead')} />
          <div className={styles.parts}>
            {made ? (
              <KeyShownOnce made={made} onClose={() => setMade(undefined)} />
            ) : (
              <ApiClientForm
                onMade={(key) => {
                  setMade(key);
                  void reload();
                }}
              />
            )}
            <section aria-labelledby="machines">
              <h2 id="machines">{t('listTitle')}</h2>
              {clients.length === 0 ? (
                <Empty title={t('empty')}>{t('emptyBody')}</Empty>
              ) : (
                <ApiClientList clients={clients} onRevoked={reload} />
              )}
            </section>
          </div>
        </>
      )}
    </PageState>
  );
}
