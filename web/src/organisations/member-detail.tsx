import type {
  MemberDetail,
  MemberRow,
  OrganisationDetail,
} from '@nhip/server/organisations/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { formatDateTime } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { PageState } from '../ui/page-state.tsx';
import { MemberAffiliations } from './member-affiliations.tsx';
import { memberMessages } from './member-messages.ts';
import { MemberRoles } from './member-roles.tsx';
import { member } from './organisations-api.ts';
import styles from './organisations.module.css';

/** One member opened: what the organisation says of them, their roles, what was done. */
export function MemberDetailView(props: { row: MemberRow; organisation: OrganisationDetail }) {
  const { row, organisation } = props;
  const query = useQuery(member(organisation.id, row.personId));
  return (
    <PageState query={query}>
      {(detail) => (
        <div className={styles.detail}>
          <MemberRoles detail={detail} organisation={organisation} />
          <MemberAffiliations detail={detail} organisation={organisation} />
          <History detail={detail} />
        </div>
      )}
    </PageState>
  );
}

const known = [
  ...(['role-granted', 'role-revoked', 'role-delegated', 'person-added'] as const),
  ...(['member-added', 'member-roles-added', 'member-changed', 'member-moved'] as const),
  ...(['member-left', 'member-ended', 'profile-changed', 'identifier-recorded'] as const),
];
const isKnown = (action: string): action is (typeof known)[number] =>
  known.some((one) => one === action);

function History({ detail }: { detail: MemberDetail }) {
  const t = useMessages(memberMessages);
  const language = useLanguage();
  return (
    <section>
      <h2>{t('detail.history')}</h2>
      {detail.history.length === 0 ? (
        <p className="muted">{t('detail.noHistory')}</p>
      ) : (
        <ul className={styles.lines}>
          {detail.history.map(({ at, action }, place) => (
            <li key={place}>
              {isKnown(action) ? t(`action.${action}`) : t('action.other', { action })}{' '}
              <span className="muted small">{formatDateTime(at, language)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
