import {
  InvitationStatus,
  type InvitationSent,
  type OrganisationDetail,
} from '@nhip/server/organisations/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { NativeSelect } from '../ui/native-select.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { Paging } from '../ui/paging.tsx';
import { useUrlState } from '../url-state.ts';
import { InvitationForm } from './invitation-form.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InvitationLink } from './invitation-link.tsx';
import { memberMessages } from './member-messages.ts';
import { invitations } from './organisations-api.ts';
import styles from './organisations.module.css';

const pageSize = 50;

export default function InvitationsPart({ organisation }: { organisation: OrganisationDetail }) {
  const t = useMessages(memberMessages);
  const [url, setUrl] = useUrlState();
  const [sent, setSent] = useState<InvitationSent>();
  const status = InvitationStatus.safeParse(url.status).data;
  const page = Number(url.page ?? 1);
  const query = useQuery(invitations(organisation.id, { status, page, size: pageSize }));
  return (
    <div>
      {sent ? (
        <InvitationLink sent={sent} onClose={() => setSent(undefined)} />
      ) : (
        <InvitationForm organisation={organisation} onSent={setSent} />
      )}
      <section aria-labelledby="invitations">
        <div className={styles.head}>
          <h2 id="invitations">{t('invitations.listTitle')}</h2>
          <NativeSelect
            inline
            label={t('invitations.statusLabel')}
            value={status ?? ''}
            options={[
              { value: '', label: t('all') },
              ...InvitationStatus.options.map((one) => ({
                value: one,
                label: t(`invitations.status.${one}`),
              })),
            ]}
            onChange={(chosen) => setUrl({ status: chosen, page: '' })}
          />
        </div>
        <PageState query={query}>
          {(found) =>
            found.total === 0 ? (
              <Empty title={t(status ? 'invitations.noneOf' : 'invitations.none')}>
                {!status && t('invitations.noneBody')}
              </Empty>
            ) : (
              <>
                <InvitationList
                  organisationId={organisation.id}
                  rows={found.items}
                  onSent={setSent}
                />
                <Paging
                  page={page}
                  size={pageSize}
                  total={found.total}
                  onPage={(next) => setUrl({ page: String(next) }, true)}
                />
              </>
            )
          }
        </PageState>
      </section>
    </div>
  );
}
