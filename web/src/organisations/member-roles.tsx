import type {
  GrantRow,
  MemberDetail,
  NewGrant,
  OrganisationDetail,
} from '@nhip/server/organisations/contract.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { ApiProblem, send } from '../api.ts';
import { formatDate } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { roleWords } from '../sign-in/role-words.ts';
import { useSession } from '../sign-in/session.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Notice, type NoticeContent } from '../ui/notice.tsx';
import { DelegateForm, GrantForm } from './grant-form.tsx';
import { grantableRoles } from './grantable-roles.ts';
import { memberMessages } from './member-messages.ts';
import { forgetOrganisations } from './organisations-api.ts';
import styles from './organisations.module.css';

const Made = z.object({ grantId: z.number().int() });

/** Roles held and formerly held; granting, revoking with the way back, delegating. */
export function MemberRoles(props: { detail: MemberDetail; organisation: OrganisationDetail }) {
  const t = useMessages(memberMessages);
  const session = useSession();
  const [act, setAct] = useState<'grant' | 'delegate'>();
  const { detail, organisation } = props;
  const own = session?.roles ?? [];
  const grantable = grantableRoles(organisation, own);
  const here = session?.organisation?.id === organisation.id;
  const present = detail.status !== 'left';
  const { revoke, notice, closeNotice } = useRevoking(detail);
  const close = () => setAct(undefined);
  const address = `/api/organisations/${organisation.id}`;
  return (
    <section>
      <h2>{t('detail.roles')}</h2>
      {detail.grants.length === 0 ? (
        <p className="muted">{t('detail.noGrants')}</p>
      ) : (
        <ul className={styles.lines}>
          {detail.grants.map((grant) => (
            <OneGrant
              key={grant.id}
              grant={grant}
              busy={revoke.isPending}
              onRevoke={
                grant.standing && grantable.includes(grant.role)
                  ? () => revoke.mutate(grant)
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      {act === 'grant' && (
        <GrantForm
          address={`${address}/members/${detail.personId}/roles`}
          roles={grantable}
          onClose={close}
        />
      )}
      {act === 'delegate' && (
        <DelegateForm
          address={`${address}/delegations`}
          toPersonId={detail.personId}
          roles={own}
          onClose={close}
        />
      )}
      {!act && present && (
        <div className={styles.actions}>
          {grantable.length > 0 && (
            <ActionButton compact onClick={() => setAct('grant')}>
              {t('detail.grant')}
            </ActionButton>
          )}
          {here && own.length > 0 && (
            <ActionButton compact onClick={() => setAct('delegate')}>
              {t('detail.delegate')}
            </ActionButton>
          )}
        </div>
      )}
      <Notice content={notice} onClose={closeNotice} />
    </section>
  );
}

/** A role that was taken by mistake is granted again, with the end that it had. */
function useRevoking({ organisationId, personId }: MemberDetail) {
  const t = useMessages(memberMessages);
  const role = useMessages(roleWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const [notice, setNotice] = useState<NoticeContent>();
  const address = `/api/organisations/${organisationId}/members/${personId}/roles`;
  const fail = (error: unknown) => {
    const words = error instanceof ApiProblem ? error.words[language] : String(error);
    setNotice({ id: Date.now(), words, tone: 'fault' });
  };
  const grant = useMutation({
    mutationFn: (body: NewGrant) => send(Made, 'POST', address, body),
    onSuccess: () => {
      setNotice(undefined);
      return forgetOrganisations(queries);
    },
    onError: fail,
  });
  const revoke = useMutation({
    mutationFn: ({ id }: GrantRow) => send(Made, 'POST', `${address}/${id}/revoke`, {}),
    onSuccess: (_, { role: taken, expiresAt, delegatedBy }) => {
      const back = { role: taken, until: expiresAt };
      setNotice({
        id: Date.now(),
        words: t('detail.revokedNow', { role: role(`name.${taken}`) }),
        // a delegation is its owner's to renew
        action: delegatedBy
          ? undefined
          : { label: t('detail.undo'), run: () => grant.mutate(back) },
      });
      return forgetOrganisations(queries);
    },
    onError: fail,
  });
  return { revoke, notice, closeNotice: () => setNotice(undefined) };
}

function OneGrant(props: { grant: GrantRow; busy: boolean; onRevoke?: () => void }) {
  const t = useMessages(memberMessages);
  const role = useMessages(roleWords);
  const language = useLanguage();
  const { grant } = props;
  const day = (at: string) => formatDate(at, language);
  const name = role(`name.${grant.role}`);
  const about = [
    grant.delegatedBy
      ? t('detail.delegatedBy', { name: grant.delegatedBy })
      : grant.grantedBy
        ? t('detail.grantedBy', { name: grant.grantedBy, date: day(grant.grantedAt) })
        : t('detail.granted', { date: day(grant.grantedAt) }),
    grant.expiresAt && t('detail.expires', { date: day(grant.expiresAt) }),
    grant.revokedAt && t('detail.revoked', { date: day(grant.revokedAt) }),
  ].filter(Boolean);
  return (
    <li className={styles.line}>
      <span>
        <span className={grant.standing ? undefined : 'muted'}>{name}</span>
        <br />
        <span className="muted small">{about.join(' · ')}</span>
      </span>
      {props.onRevoke && (
        <ActionButton
          compact
          quiet
          disabled={props.busy}
          aria-label={t('detail.revokeOf', { role: name })}
          onClick={props.onRevoke}
        >
          {t('detail.revoke')}
        </ActionButton>
      )}
    </li>
  );
}
