import type { Draft } from '@nhip/server/frameworks/drafting/contract.ts';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { send } from '../../api.ts';
import { useMessages } from '../../language.ts';
import { Form, SubmitButton } from '../../ui/form/form.tsx';
import { FormText } from '../../ui/form/text-field.tsx';
import { PageState } from '../../ui/page-state.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Done, draftAddress, forgetDraft } from '../draft/draft-api.ts';
import styles from '../draft/draft.module.css';
import { reviewMessages } from './messages.ts';
import { publicationQuery } from './review-api.ts';
import { SuccessionList } from './succession-list.tsx';

/** What still stands in the way, the succession of what was dropped, and the act itself. */
export default function PublishPart({ draft }: { draft: Draft }) {
  const t = useMessages(reviewMessages);
  const query = useQuery({ ...publicationQuery(draft.code), staleTime: 0 });
  return (
    <div className={styles.wide}>
      <section className={styles.section}>
        <h2>{t('publish.title')}</h2>
        <p className="muted">{t('publish.lead')}</p>
        <PageState query={query}>
          {({ approved, lint, unmapped, openThreads, ready }) => (
            <>
              <ul className={styles.list}>
                <Step done={approved}>
                  {t(approved ? 'publish.approved' : 'publish.notApproved')}
                </Step>
                <Step done={lint.errors === 0}>
                  {lint.errors === 0
                    ? t('publish.lint')
                    : t('publish.lintErrors', { count: lint.errors })}
                </Step>
                <Step done={unmapped === 0}>
                  {unmapped === 0
                    ? t('publish.mapped')
                    : t('publish.unmapped', { count: unmapped })}
                </Step>
                {openThreads > 0 && (
                  <li className={styles.state}>
                    <StateBadge icon={IconInfoCircle}>{t('publish.info')}</StateBadge>
                    {t('publish.threads', { count: openThreads })}
                  </li>
                )}
              </ul>
              {draft.may.publish ? (
                ready && <PublishForm draft={draft} />
              ) : (
                <p className="muted">{t('publish.secretariat')}</p>
              )}
            </>
          )}
        </PageState>
      </section>
      <SuccessionList draft={draft} />
    </div>
  );
}

function Step({ done, children }: { done: boolean; children: string }) {
  const t = useMessages(reviewMessages);
  return (
    <li className={styles.state}>
      <StateBadge
        icon={done ? IconCircleCheck : IconAlertTriangle}
        tone={done ? 'supply' : 'demand'}
      >
        {t(done ? 'publish.ok' : 'publish.missing')}
      </StateBadge>
      {children}
    </li>
  );
}

function PublishForm({ draft }: { draft: Draft }) {
  const t = useMessages(reviewMessages);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { code, version } = draft;
  return (
    <section className={styles.card}>
      <Form
        label={t('publish.title')}
        check={({ reason }) => ({
          reason: reason?.trim() ? undefined : t('publish.reasonMissing'),
        })}
        send={async ({ reason }) => {
          await send(Done, 'POST', `${draftAddress(code)}/publish`, { reason });
          await navigate({ to: '/frameworks/$code/versions', params: { code } });
          await queries.invalidateQueries({ queryKey: ['/api/frameworks'] });
          await queries.invalidateQueries({ queryKey: ['/api/drafts'] });
          await forgetDraft(queries, code);
        }}
      >
        <FormText name="reason" label={t('publish.reason')} maxLength={2000} required />
        <SubmitButton>{t('publish.do', { version })}</SubmitButton>
      </Form>
    </section>
  );
}
