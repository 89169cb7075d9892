import type { ReviewItem } from '@nhip/server/review/contract.ts';
import { IconArrowBackUp } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { Empty, Failure, PageState } from '../ui/page-state.tsx';
import { Paging } from '../ui/paging.tsx';
import { useUrlState } from '../url-state.ts';
import { reviewMessages } from './messages.ts';
import { forgetFigures, reviewQueue, undoDecision, type QueueFilters } from './review-api.ts';
import { ProposalLink } from './last-act.tsx';
import { Touches } from './review-item.tsx';
import { keyOf } from './review-session.ts';
import { VerdictBadge } from './verdict-badge.tsx';

/** What people have decided, each with its way back. */
export function DecidedList({ filters }: { filters: QueueFilters }) {
  const t = useMessages(reviewMessages);
  const f = useFigures();
  const client = useQueryClient();
  const [url, setUrl] = useUrlState();
  const page = Number(url.page) || 1;
  const query = useQuery({
    ...reviewQueue({ undecided: false, ...filters, page }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const undo = useMutation({
    mutationFn: (item: ReviewItem) => undoDecision(item.decision?.id ?? 0),
    onSettled: () => {
      forgetFigures(client);
      return client.invalidateQueries({ queryKey: ['/api/review/queue'] });
    },
  });
  return (
    <PageState query={query}>
      {(queue) =>
        queue.items.length === 0 ? (
          <Empty
            title={t('empty.decidedTitle')}
            action={
              <Link className="action" data-primary to="/review">
                {t('empty.toUndecided')}
              </Link>
            }
          >
            {t('empty.decidedBody')}
          </Empty>
        ) : (
          <>
            {undo.isError && <Failure error={undo.error} />}
            <DataTable
              caption={t('decided.caption')}
              rows={queue.items}
              rowKey={keyOf}
              columns={[
                {
                  id: 'surface',
                  header: t('decided.surface'),
                  cell: (item) => <strong>{item.normalised}</strong>,
                },
                {
                  id: 'competency',
                  header: t('decided.competency'),
                  cell: (item) => (
                    <Link to="/competencies/$code" params={{ code: item.competency.code }}>
                      <LocalTextView text={item.competency.label} />
                    </Link>
                  ),
                },
                {
                  id: 'verdict',
                  header: t('decided.verdict'),
                  cell: ({ decision }) =>
                    decision && (
                      <>
                        <VerdictBadge
                          verdict={decision.verdict}
                          replacement={decision.replacement?.label ?? null}
                        />
                        {decision.proposal && (
                          <div className="small">
                            <ProposalLink proposal={decision.proposal} />
                          </div>
                        )}
                      </>
                    ),
                },
                {
                  id: 'touches',
                  header: t('decided.touches'),
                  cell: (item) => <Touches item={item} />,
                },
                {
                  id: 'date',
                  header: t('decided.date'),
                  align: 'end',
                  cell: (item) => item.decision && f.date(item.decision.decidedAt),
                },
                {
                  id: 'undo',
                  header: t('do.undo'),
                  align: 'end',
                  cell: (item) => (
                    <ActionButton
                      compact
                      icon={IconArrowBackUp}
                      aria-label={t('decided.undo', { surface: item.normalised })}
                      disabled={undo.isPending}
                      onClick={() => undo.mutate(item)}
                    >
                      {t('do.undo')}
                    </ActionButton>
                  ),
                },
              ]}
            />
            <Paging
              page={queue.page}
              size={queue.size}
              total={queue.decided}
              onPage={(next) => setUrl({ page: String(next) }, true)}
            />
          </>
        )
      }
    </PageState>
  );
}
