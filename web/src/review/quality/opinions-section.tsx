import type { OpinionItem } from '@nhip/server/review/opinions/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../language.ts';
import { Empty, Failure, PageState, Skeleton } from '../../ui/page-state.tsx';
import { AgreementView } from './agreement-view.tsx';
import { DisagreementList } from './disagreement-list.tsx';
import { Judge } from './judge.tsx';
import { qualityMessages } from './messages.ts';
import { agreement, disagreements, giveOpinion, opinionQueue } from './quality-api.ts';
import styles from './quality-page.module.css';
import { useJudging } from './use-judging.ts';

/** What others have decided, asked anew without their answer; and how far answers agree. */
export function OpinionsSection() {
  const t = useMessages(qualityMessages);
  const query = useQuery({ ...opinionQueue, staleTime: 0 });
  const judging = useJudging<OpinionItem>({
    name: 'second-opinions',
    keyOf: ({ decisionId }) => String(decisionId),
    save: ({ decisionId }, verdict) => giveOpinion(decisionId, verdict),
    renew: [opinionQueue.queryKey, agreement.queryKey, disagreements.queryKey],
  });
  return (
    <>
      <p className={styles.meaning}>{t('opinions.meaning')}</p>
      {judging.error && <Failure error={judging.error} />}
      <PageState query={query}>
        {({ items, waiting }) => {
          const item = judging.open(items);
          if (item) {
            return (
              <>
                <p className={styles.meaning}>{t('opinions.waiting', { count: waiting })}</p>
                <Judge
                  key={item.decisionId}
                  item={item}
                  onJudge={(verdict) => judging.judge(item, verdict)}
                  onNext={judging.next}
                />
              </>
            );
          }
          if (judging.travelling || query.isFetching) return <Skeleton />;
          return <Empty title={t('opinions.empty')}>{t('opinions.emptyBody')}</Empty>;
        }}
      </PageState>
      <AgreementView />
      <DisagreementList />
    </>
  );
}
