import {
  InvitationRow,
  InvitationSent,
  type InvitationStatus,
} from '@nhip/server/organisations/contract.ts';
import { IconCircleCheck, IconCircleOff, IconClock, IconMail } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, send } from '../api.ts';
import { formatDate } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { roleWords } from '../sign-in/role-words.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Notice, type NoticeContent } from '../ui/notice.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { memberMessages } from './member-messages.ts';
import { forgetOrganisations } from './organisations-api.ts';
import styles from './organisations.module.css';

const looks = {
  open: { icon: IconMail, tone: 'accent' },
  expired: { icon: IconClock, tone: 'unknown' },
  accepted: { icon: IconCircleCheck, tone: 'supply' },
  revoked: { icon: IconCircleOff, tone: 'unknown' },
} as const satisfies Record<InvitationStatus, object>;

export function InvitationList(props: {
  organisationId: number;
  rows: InvitationRow[];
  onSent: (sent: InvitationSent) => void;
}) {
  const t = useMessages(memberMessages);
  const words = useMessages(roleWords);
  const language = useLanguage();
  const { resend, revoke, notice, closeNotice } = useTending(props.organisationId, props.onSent);
  return (
    <>
      <DataTable
        caption={t('invitations.caption')}
        rows={props.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'who',
            header: t('invitations.who'),
            width: '30%',
            cell: ({ email, fullName }) => (
              <>
                {fullName ?? email ?? t('invitations.unnamed')}
                {fullName && email && (
                  <>
                    <br />
                    <span className="muted small">{email}</span>
                  </>
                )}
              </>
            ),
          },
          {
            id: 'roles',
            header: t('roles'),
            cell: ({ roles }) => roles.map((role) => words(`name.${role}`)).join(', ') || '—',
          },
          { id: 'unit', header: t('unit'), cell: ({ unit }) => unit?.name ?? '—' },
          {
            id: 'until',
            header: t('invitations.until'),
            cell: ({ invitedAt, expiresAt, status }) =>
              status === 'open'
                ? t('invitations.validTo', { date: formatDate(expiresAt, language) })
                : t('invitations.invitedOn', { date: formatDate(invitedAt, language) }),
          },
          {
            id: 'status',
            header: t('invitations.statusLabel'),
            cell: ({ status }) => (
              <StateBadge icon={looks[status].icon} tone={looks[status].tone}>
                {t(`invitations.status.${status}`)}
              </StateBadge>
            ),
          },
          {
            id: 'acts',
            header: t('invitations.acts'),
            card: 'wide',
            cell: (row) => (
              <Acts
                row={row}
                busy={resend.isPending || revoke.isPending}
                onResend={() => resend.mutate(row)}
                onRevoke={() => revoke.mutate(row)}
              />
            ),
          },
        ]}
      />
      <Notice content={notice} onClose={closeNotice} />
    </>
  );
}

function Acts(props: {
  row: InvitationRow;
  busy: boolean;
  onResend: () => void;
  onRevoke: () => void;
}) {
  const t = useMessages(memberMessages);
  const { status, fullName, email } = props.row;
  const name = fullName ?? email ?? t('invitations.unnamed');
  if (status === 'accepted' || status === 'revoked') return null;
  return (
    <span className={styles.actions}>
      <ActionButton
        compact
        disabled={props.busy}
        aria-label={t('invitations.resendOf', { name })}
        onClick={props.onResend}
      >
        {t('invitations.resend')}
      </ActionButton>
      {status === 'open' && (
        <ActionButton
          compact
          quiet
          disabled={props.busy}
          aria-label={t('invitations.revokeOf', { name })}
          onClick={props.onRevoke}
        >
          {t('invitations.revoke')}
        </ActionButton>
      )}
    </span>
  );
}

/** A new letter with a new link, or the end of the old one. */
function useTending(organisationId: number, onSent: (sent: InvitationSent) => void) {
  const t = useMessages(memberMessages);
  const language = useLanguage();
  const queries = useQueryClient();
  const [notice, setNotice] = useState<NoticeContent>();
  const address = ({ id }: InvitationRow) =>
    `/api/organisations/${organisationId}/invitations/${id}`;
  const onError = (error: unknown) => {
    const words = error instanceof ApiProblem ? error.words[language] : String(error);
    setNotice({ id: Date.now(), words, tone: 'fault' });
  };
  const resend = useMutation({
    mutationFn: (row: InvitationRow) => send(InvitationSent, 'POST', `${address(row)}/resend`, {}),
    onSuccess: (sent) => {
      onSent(sent);
      scrollTo({ top: 0 });
      return forgetOrganisations(queries);
    },
    onError,
  });
  const revoke = useMutation({
    mutationFn: (row: InvitationRow) => send(InvitationRow, 'POST', `${address(row)}/revoke`, {}),
    onSuccess: () => {
      setNotice({ id: Date.now(), words: t('invitations.revoked') });
      return forgetOrganisations(queries);
    },
    onError,
  });
  return { resend, revoke, notice, closeNotice: () => setNotice(undefined) };
}
