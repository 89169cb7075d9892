import type { Opinion } from '@nhip/server/review/opinions/contract.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../language.ts';
import { Empty, Failure, PageState } from '../../ui/page-state.tsx';
import { AgreementView } from './agreement-view.tsx';
import { DisagreementList } from './disagreement-list.tsx';
import { Judge } from './judge.tsx';
import { qualityMessages } from './messages.ts';
import { agreement, disagreements, giveOpinion, opinionQueue } from './quality-api.ts';
import styles from './quality-page.module.css';

/** What others have decided, asked anew without their answer; and how far answers agree. */
export function OpinionsSection() {
  const t = useMessages(qualityMessages);
  const client = useQueryClient();
  const query = useQuery({ ...opinionQueue, staleTime: 0 });
  const [later, setLater] = useState(0);
  const give = useMutation({
    mutationFn: ({ id, verdict }: { id: number; verdict: Opinion }) => giveOpinion(id, verdict),
    onSettled: () =>
      Promise.all(
        [opinionQueue, agreement, disagreements].map(({ queryKey }) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
  return (
    <>
      <p className={styles.meaning}>{t('opinions.meaning')}</p>
      {give.isError && <Failure error={give.error} />}
      <PageState query={query}>
        {({ items, waiting }) => {
          const item = items[later % Math.max(1, items.length)];
          if (!item) return <Empty title={t('opinions.empty')}>{t('opinions.emptyBody')}</Empty>;
          return (
            <>
              <p className={styles.meaning}>{t('opinions.waiting', { count: waiting })}</p>
              <Judge
                key={item.decisionId}
                item={item}
                busy={give.isPending}
                onJudge={(verdict) => give.mutate({ id: item.decisionId, verdict })}
                onNext={() => setLater((n) => n + 1)}
              />
            </>
          );
        }}
      </PageState>
      <AgreementView />
      <DisagreementList />
    </>
  );
}
