import { Done, type ApiClient } from '@nhip/server/sign-in/contract.ts';
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, send } from '../api.ts';
import { formatDate, formatDateTime } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Notice } from '../ui/notice.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { apiClientMessages } from './api-client-messages.ts';
import styles from './security-page.module.css';

export function ApiClientList(props: { clients: ApiClient[]; onRevoked: () => Promise<void> }) {
  const t = useMessages(apiClientMessages);
  const language = useLanguage();
  const [said, setSaid] = useState<{ id: number; words: string; tone?: 'fault' }>();
  const revoke = useMutation({
    mutationFn: (id: string) => send(Done, 'DELETE', `/api/api-clients/${id}`),
    onSuccess: async () => {
      setSaid({ id: Date.now(), words: t('done') });
      await props.onRevoked();
    },
    onError: (error) => {
      const words = error instanceof ApiProblem ? error.words[language] : error.message;
      setSaid({ id: Date.now(), words, tone: 'fault' });
    },
  });
  return (
    <>
      <DataTable
        caption={t('caption')}
        rows={props.clients}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        columns={[
          {
            id: 'name',
            header: t('name'),
            width: '26%',
            sortBy: ({ name }) => name,
            cell: ({ name }) => name,
          },
          {
            id: 'scopes',
            header: t('scopes'),
            cell: ({ scopes }) => scopes.map((scope) => t(`scope.${scope}`)).join(', '),
          },
          {
            id: 'key',
            header: t('keyStart'),
            cell: ({ keyStart }) => (keyStart ? <code>{keyStart}…</code> : '—'),
          },
          {
            id: 'used',
            header: t('used'),
            sortBy: ({ lastUsedAt }) => lastUsedAt,
            cell: ({ lastUsedAt }) =>
              lastUsedAt ? formatDateTime(lastUsedAt, language) : t('never'),
          },
          {
            id: 'state',
            header: t('state'),
            cell: (client) => (
              <State client={client} busy={revoke.isPending} onRevoke={revoke.mutate} />
            ),
          },
        ]}
      />
      <Notice content={said} onClose={() => setSaid(undefined)} />
    </>
  );
}

function State(props: { client: ApiClient; busy: boolean; onRevoke: (id: string) => void }) {
  const t = useMessages(apiClientMessages);
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const { id, name, revokedAt } = props.client;
  if (revokedAt) {
    return (
      <StateBadge icon={IconCircleOff}>
        {t('revoked', { date: formatDate(revokedAt, language) })}
      </StateBadge>
    );
  }
  return (
    <span className={styles.actions}>
      {asking ? (
        <>
          <ActionButton compact disabled={props.busy} onClick={() => props.onRevoke(id)}>
            {t('sure')}
          </ActionButton>
          <ActionButton compact quiet autoFocus onClick={() => setAsking(false)}>
            {t('keep')}
          </ActionButton>
        </>
      ) : (
        <>
          <StateBadge icon={IconCircleCheck} tone="supply">
            {t('active')}
          </StateBadge>
          <ActionButton
            compact
            aria-label={t('revokeOf', { name })}
            onClick={() => setAsking(true)}
          >
            {t('revoke')}
          </ActionButton>
        </>
      )}
    </span>
  );
}
