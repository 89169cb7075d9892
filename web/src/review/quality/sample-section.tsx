import type { Opinion } from '@nhip/server/review/opinions/contract.ts';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Empty, Failure, PageState } from '../../ui/page-state.tsx';
import { decide, forgetFigures } from '../review-api.ts';
import { Judge, type Asked } from './judge.tsx';
import { qualityMessages } from './messages.ts';
import { drawSample, sample } from './quality-api.ts';
import styles from './quality-page.module.css';

/** Links drawn at random, one after the other; each is decided like any other. */
export function SampleSection() {
  const t = useMessages(qualityMessages);
  const client = useQueryClient();
  const query = useQuery({ ...sample, staleTime: 0 });
  const [later, setLater] = useState(0);
  const renew = () => client.invalidateQueries({ queryKey: sample.queryKey });
  const draw = useMutation({ mutationFn: drawSample, onSettled: renew });
  const save = useMutation({
    mutationFn: ({ item, verdict }: { item: Asked; verdict: Opinion }) =>
      decide({ normalised: item.normalised, competencyId: item.competency.id, verdict }),
    onSettled: () => {
      forgetFigures(client);
      return renew();
    },
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
      {save.isError && <Failure error={save.error} />}
      <PageState query={query}>
        {({ items, drawn, waiting }) => {
          const item = items[later % Math.max(1, items.length)];
          if (!item) return <Empty title={t('sample.empty')}>{t('sample.emptyBody')}</Empty>;
          return (
            <>
              <p className={styles.meaning}>{t('sample.count', { waiting, drawn })}</p>
              <Judge
                key={`${item.normalised} ${item.competency.id}`}
                item={item}
                busy={save.isPending}
                onJudge={(verdict) => save.mutate({ item, verdict })}
                onNext={() => setLater((n) => n + 1)}
              />
            </>
          );
        }}
      </PageState>
    </>
  );
}
