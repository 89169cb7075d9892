import type { Draft } from '@nhip/server/frameworks/drafting/contract.ts';
import type { Succession } from '@nhip/server/frameworks/review/contract.ts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocalText, useMessages } from '../../language.ts';
import { useSession } from '../../sign-in/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useFigures } from '../../ui/figures.tsx';
import { PageState } from '../../ui/page-state.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from '../draft/draft.module.css';
import { reviewMessages } from './messages.ts';
import { successionQuery } from './review-api.ts';
import { SuccessionForm } from './succession-form.tsx';

type Gone = Succession['gone'][number];

/** What of the version before is no longer there, what is not mapped yet first. */
export function SuccessionList({ draft }: { draft: Draft }) {
  const t = useMessages(reviewMessages);
  const query = useQuery({ ...successionQuery(draft.code), staleTime: 0 });
  const session = useSession();
  const own =
    session?.roles.includes('framework-editor') && session.organisation?.id === draft.owner.id;
  const mayMap = draft.may.publish || Boolean(own);
  if (draft.basedOn === null) return null;
  return (
    <section className={styles.section}>
      <h2>{t('succession.title')}</h2>
      <p className="muted">{t('succession.lead')}</p>
      <PageState query={query}>
        {({ kept, gone }) => (
          <>
            <p className="muted">
              {t('succession.kept', { count: kept })}
              {gone.length === 0 && ` · ${t('succession.none')}`}
            </p>
            <ul className={styles.list}>
              {gone.map((entry) => (
                <li key={entry.competency.id} className={styles.item}>
                  <Entry code={draft.code} entry={entry} mayMap={mayMap} />
                </li>
              ))}
            </ul>
          </>
        )}
      </PageState>
    </section>
  );
}

function Entry({ code, entry, mayMap }: { code: string; entry: Gone; mayMap: boolean }) {
  const t = useMessages(reviewMessages);
  const local = useLocalText();
  const f = useFigures();
  const [changing, setChanging] = useState(false);
  const { competency, kind, to } = entry;
  const form = mayMap && (kind === null || changing);
  return (
    <>
      <div className={styles.line}>
        <strong>
          {competency.code} {local(competency.label)}
        </strong>
        {kind === null && (
          <StateBadge icon={IconAlertTriangle} tone="demand">
            {t('succession.unmapped')}
          </StateBadge>
        )}
        {kind !== null && mayMap && !changing && (
          <ActionButton compact quiet onClick={() => setChanging(true)}>
            {t('succession.change')}
          </ActionButton>
        )}
      </div>
      {kind !== null && (
        <p>
          {t(`succession.${kind}`)}
          {to.map((one) => (
            <span key={one.id}>
              {' '}
              → <strong>{one.code}</strong> {local(one.label)}{' '}
              <span className="muted">({f.share(one.weight, 0)})</span>
            </span>
          ))}
          {entry.reason && <span className="muted"> · {entry.reason}</span>}
        </p>
      )}
      {form && <SuccessionForm code={code} entry={entry} onSaved={() => setChanging(false)} />}
    </>
  );
}
