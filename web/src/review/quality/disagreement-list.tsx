import type { Opinion } from '@nhip/server/review/opinions/contract.ts';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LocalTextView } from '../../ui/local-text.tsx';
import { Failure, PageState } from '../../ui/page-state.tsx';
import { forgetFigures } from '../review-api.ts';
import { Places } from './judge.tsx';
import { useMaySettle } from './may-settle.ts';
import { qualityMessages } from './messages.ts';
import { disagreements, settle } from './quality-api.ts';
import styles from './quality-page.module.css';

/** Opposed verdicts; an editor's word is an ordinary decision and counts at once. */
export function DisagreementList() {
  const t = useMessages(qualityMessages);
  const client = useQueryClient();
  const maySettle = useMaySettle();
  const query = useQuery({ ...disagreements, staleTime: 0 });
  const end = useMutation({
    mutationFn: ({ id, verdict }: { id: number; verdict: Opinion }) => settle(id, verdict),
    onSettled: () => {
      forgetFigures(client);
      return client.invalidateQueries({ queryKey: disagreements.queryKey });
    },
  });
  const said = (verdict: string) =>
    t(
      verdict === 'accept' || verdict === 'reject'
        ? `disagreements.${verdict}`
        : 'disagreements.other',
    );
  return (
    <section className={styles.section}>
      <PageState query={query}>
        {({ total, items }) => (
          <>
            <h2>{t('disagreements.title', { count: total })}</h2>
            {end.isError && <Failure error={end.error} />}
            {items.length === 0 && <p className="muted">{t('disagreements.none')}</p>}
            {items.length > 0 && !maySettle && (
              <p className={styles.meaning}>{t('disagreements.editors')}</p>
            )}
            <ul className={styles.list}>
              {items.map((item) => (
                <li key={item.id} className={styles.card}>
                  <h3>
                    <mark>{item.normalised}</mark> → <LocalTextView text={item.competency.label} />
                  </h3>
                  <p>
                    {t('disagreements.first', { verdict: said(item.first) })} ·{' '}
                    {t('disagreements.second', { verdict: said(item.second) })}
                  </p>
                  <Places examples={item.examples} />
                  {maySettle && (
                    <div className={styles.actions}>
                      <ActionButton
                        icon={IconCheck}
                        aria-disabled={end.isPending}
                        onClick={() =>
                          !end.isPending && end.mutate({ id: item.id, verdict: 'accept' })
                        }
                      >
                        {t('disagreements.settleAccept', { surface: item.normalised })}
                      </ActionButton>
                      <ActionButton
                        icon={IconX}
                        aria-disabled={end.isPending}
                        onClick={() =>
                          !end.isPending && end.mutate({ id: item.id, verdict: 'reject' })
                        }
                      >
                        {t('disagreements.settleReject', { surface: item.normalised })}
                      </ActionButton>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </PageState>
    </section>
  );
}
