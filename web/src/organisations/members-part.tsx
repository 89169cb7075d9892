import type {
  MemberPage,
  MemberRow,
  OrganisationDetail,
} from '@nhip/server/organisations/contract.ts';
import { IconMailPlus, IconTableImport, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { roleWords } from '../sign-in/role-words.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { Paging } from '../ui/paging.tsx';
import { useUrlState } from '../url-state.ts';
import { MemberDetailView } from './member-detail.tsx';
import { MemberFilters, useMemberFilter } from './member-filters.tsx';
import { memberMessages } from './member-messages.ts';
import { MemberStatusBadge } from './member-status-badge.tsx';
import { NewMemberForm } from './new-member-form.tsx';
import { members } from './organisations-api.ts';
import styles from './organisations.module.css';

const pageSize = 50;

export default function MembersPart({ organisation }: { organisation: OrganisationDetail }) {
  const t = useMessages(memberMessages);
  const [url, setUrl] = useUrlState();
  const { filter, filtered } = useMemberFilter();
  const [adding, setAdding] = useState(false);
  const { id, may } = organisation;
  const page = Number(url.page ?? 1);
  const query = useQuery({
    ...members(id, { ...filter, page, size: pageSize }),
    placeholderData: (before) => before,
  });
  return (
    <>
      {may.readMembers === 'administrators' && <p>{t('onlyAdministrators')}</p>}
      {may.manageMembers && <Actions id={id} onAdd={() => setAdding(true)} />}
      {adding && <NewMemberForm organisationId={id} onClose={() => setAdding(false)} />}
      <MemberFilters organisation={organisation} total={query.data?.total} />
      <PageState query={query}>
        {(found) =>
          found.total === 0 && !filtered ? (
            <Empty title={t('none')}>{may.manageMembers && t('noneBody')}</Empty>
          ) : (
            <>
              <MemberTable found={found} organisation={organisation} />
              <Paging
                page={page}
                size={pageSize}
                total={found.total}
                onPage={(next) => setUrl({ page: String(next), open: '' }, true)}
              />
            </>
          )
        }
      </PageState>
    </>
  );
}

function Actions({ id, onAdd }: { id: number; onAdd: () => void }) {
  const t = useMessages(memberMessages);
  const params = { id: String(id) };
  return (
    <div className={styles.actions}>
      <Link
        className="action"
        data-primary
        to="/organisations/$id"
        params={params}
        search={{ part: 'invitations' }}
      >
        <IconMailPlus size={18} aria-hidden />
        {t('invite')}
      </Link>
      <Link className="action" to="/imports" search={{ kind: 'members' }}>
        <IconTableImport size={18} aria-hidden />
        {t('importList')}
      </Link>
      <ActionButton icon={IconUserPlus} onClick={onAdd}>
        {t('addPerson')}
      </ActionButton>
      <a className="action" href="/api/members/template.xlsx" download>
        {t('template')}
      </a>
    </div>
  );
}

function MemberTable(props: { found: MemberPage; organisation: OrganisationDetail }) {
  const t = useMessages(memberMessages);
  const role = useMessages(roleWords);
  const [url, setUrl] = useUrlState();
  const rolesOf = ({ roles }: MemberRow) => roles.map((one) => role(`name.${one}`)).join(', ');
  return (
    <DataTable
      caption={t('caption')}
      rows={props.found.items}
      rowKey={({ personId }) => String(personId)}
      rowName={({ fullName }) => fullName}
      empty={t('empty')}
      open={url.open}
      onOpen={(open) => setUrl({ open: open ?? '' })}
      detail={(row) => <MemberDetailView row={row} organisation={props.organisation} />}
      columns={[
        { id: 'name', header: t('name'), width: '24%', cell: ({ fullName }) => fullName },
        { id: 'code', header: t('code'), cell: ({ personCode }) => personCode ?? '—' },
        { id: 'email', header: t('email'), cell: ({ email }) => email ?? '—' },
        { id: 'unit', header: t('unit'), cell: ({ unit }) => unit?.name ?? '—' },
        {
          id: 'roles',
          header: t('roles'),
          width: '22%',
          cell: (row) => rolesOf(row) || <span className="muted">{t('noRoles')}</span>,
        },
        {
          id: 'status',
          header: t('statusLabel'),
          cell: ({ status }) => <MemberStatusBadge status={status} />,
        },
      ]}
    />
  );
}
