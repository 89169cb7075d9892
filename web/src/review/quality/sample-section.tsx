import type { SampleItem } from '@nhip/server/review/precision/contract.ts';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Empty, Failure, PageState, Skeleton } from '../../ui/page-state.tsx';
import { decide, forgetFigures } from '../review-api.ts';
import { Judge } from './judge.tsx';
import { qualityMessages } from './messages.ts';
import { drawSample, sample } from './quality-api.ts';
import styles from './quality-page.module.css';
import { useJudging } from './use-judging.ts';

const keyOf = ({ normalised, competency }: SampleItem) => `${competency.id} ${normalised}`;

/** Links drawn at random, one after the other; each is decided like any other. */
export function SampleSection() {
  const t = useMessages(qualityMessages);
  const client = useQueryClient();
  const query = useQuery({ ...sample, staleTime: 0 });
  const draw = useMutation({
    mutationFn: drawSample,
    onSettled: () => client.invalidateQueries({ queryKey: sample.queryKey }),
  });
  const judging = useJudging<SampleItem>({
    name: 'audit-sample',
    keyOf,
    save: ({ normalised, competency }, verdict) =>
      decide({ normalised, competencyId: competency.id, verdict }),
    renew: [sample.queryKey],
    onSaved: () => forgetFigures(client),
  });
  return (
    <>
      <p className={styles.meaning}>{t('sample.meaning')}</p>
      <div className={styles.bar}>
        <ActionButton
          icon={IconArrowsShuffle}
          aria-disabled={draw.isPending}
          onClick={() => !draw.isPending && draw.mutate()}
        >
          {t('sample.draw')}
        </ActionButton>
        <span className="muted small">{t('sample.drawMeaning')}</span>
        <span role="status">{draw.data && t('sample.drawn', { count: draw.data.links })}</span>
      </div>
      {draw.isError && <Failure error={draw.error} />}
      {judging.error && <Failure error={judging.error} />}
      <PageState query={query}>
        {({ items, drawn, waiting }) => {
          const item = judging.open(items);
          if (item) {
            return (
              <>
                <p className={styles.meaning}>{t('sample.count', { waiting, drawn })}</p>
                <Judge
                  key={keyOf(item)}
                  item={item}
                  onJudge={(verdict) => judging.judge(item, verdict)}
                  onNext={judging.next}
                />
              </>
            );
          }
          if (judging.travelling || query.isFetching) return <Skeleton />;
          return <Empty title={t('sample.empty')}>{t('sample.emptyBody')}</Empty>;
        }}
      </PageState>
    </>
  );
}
