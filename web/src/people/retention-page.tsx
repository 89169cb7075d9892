import type { NewRetentionRule, RetentionRuleView } from '@nhip/server/people/contract.ts';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useMessages } from '../language.ts';
import { useSession } from '../sign-in/session.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useFigures } from '../ui/figures.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import { Empty, PageState, Skeleton } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { retentionMessages } from './retention-messages.ts';
import { Card } from './part.tsx';
import { addRetentionRule, endRetentionRule, retentionRules } from './people-api.ts';
import { RetentionTable } from './retention-table.tsx';
import { useDeeds } from './use-deeds.ts';

const RetentionForm = lazy(() =>
  import('./retention-form.tsx').then((part) => ({ default: part.RetentionForm })),
);

/** How long what is kept, on which ground: dated rules of the organisation and those for all. */
export default function RetentionPage() {
  const t = useMessages(retentionMessages);
  const f = useFigures();
  const query = useQuery(retentionRules);
  const queries = useQueryClient();
  const session = useSession();
  const [url, setUrl] = useUrlState();
  const { notice, closeNotice, say } = useDeeds();
  const adding = url.add === '1';
  const renew = () => queries.invalidateQueries({ queryKey: retentionRules.queryKey });
  const add = async (rule: NewRetentionRule) => {
    await addRetentionRule(rule);
    await renew();
    setUrl({ add: undefined });
    say(t('retention.added'));
  };
  const end = async (rule: RetentionRuleView, on: string) => {
    await endRetentionRule(rule.id, on);
    await renew();
    say(t('retention.ended', { date: f.date(on) }));
  };
  const mayEnd = (rule: RetentionRuleView) =>
    rule.organisation === null
      ? (session?.roles.includes('secretariat') ?? false)
      : (session?.roles.includes('administrator') ?? false) &&
        rule.organisation.id === session?.organisation?.id;
  return (
    <>
      <PageHeading
        title={t('retention.title')}
        lead={t('retention.lead')}
        actions={
          <ActionButton
            icon={IconPlus}
            aria-expanded={adding}
            onClick={() => setUrl({ add: adding ? undefined : '1' })}
          >
            {t('retention.add')}
          </ActionButton>
        }
      />
      {adding && session && (
        <Card>
          <Suspense fallback={<Skeleton />}>
            <RetentionForm
              roles={session.roles}
              onAdd={add}
              onCancel={() => setUrl({ add: undefined })}
            />
          </Suspense>
        </Card>
      )}
      <PageState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('retention.empty')}>{t('retention.emptyBody')}</Empty>
          ) : (
            <RetentionTable rules={items} mayEnd={mayEnd} onEnd={end} />
          )
        }
      </PageState>
      <Notice content={notice} onClose={closeNotice} />
    </>
  );
}
