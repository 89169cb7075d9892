import { useCallback, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Notice, type NoticeContent } from '../ui/notice.tsx';
import { Empty, Failure, Skeleton } from '../ui/page-state.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { reviewMessages } from './messages.ts';
import { Peek } from './peek.tsx';
import { ReviewItemView } from './review-item.tsx';
import { ReviewProgress } from './review-progress.tsx';
import styles from './review-queue.module.css';
import { undecidedOf } from './review-session.ts';
import { useKeys, useKeysWanted } from './use-keys.ts';
import { useReviewSession, type ReviewEvent } from './use-review-session.ts';

const eventWords = {
  accept: 'done.accepted',
  reject: 'done.rejected',
  undone: 'done.undone',
  failed: 'done.failed',
  'undo-failed': 'done.undoFailed',
} as const;

/** One item large, the next two peeking, every decision one key or one click. */
export function ReviewQueue({ competency }: { competency: string | undefined }) {
  const t = useMessages(reviewMessages);
  const local = useLocalText();
  const [notice, setNotice] = useState<NoticeContent>();
  const [keysWanted, setKeysWanted] = useKeysWanted();
  const closeNotice = useCallback(() => setNotice(undefined), []);

  function tell(event: ReviewEvent) {
    if (event.kind === 'nothing') return setNotice({ id: Date.now(), words: t('done.nothing') });
    const { item } = event.entry;
    const values = { surface: item.normalised, name: local(item.competency.label) };
    const fault = event.kind === 'failed' || event.kind === 'undo-failed';
    setNotice({
      id: Date.now(),
      words: t(eventWords[event.kind], values),
      tone: fault ? 'fault' : undefined,
      action:
        event.kind === 'accept' || event.kind === 'reject'
          ? { label: t('do.undo'), run: () => review.undo() }
          : undefined,
    });
  }

  const review = useReviewSession(competency, tell);
  const { session } = review;
  const open = session.entries[session.at];
  useKeys(keysWanted, {
    a: () => review.judge('accept'),
    r: () => review.judge('reject'),
    z: review.undo,
    j: review.next,
    k: review.previous,
  });

  if (review.query.isError) {
    return <Failure error={review.query.error} retry={() => void review.query.refetch()} />;
  }
  if (!review.query.data) return <Skeleton lines={9} />;
  return (
    <>
      <ReviewProgress decided={review.decided} total={review.total} decidedAt={review.decidedAt} />
      {open ? (
        <div className={styles.layout}>
          <div className={styles.main}>
            <ReviewItemView key={open.key} item={open.item} verdict={open.verdict} />
            <DecisionBar
              verdict={open.verdict}
              first={session.at === 0}
              canUndo={session.steps.length > 0}
              keysWanted={keysWanted}
              onKeysWanted={setKeysWanted}
              onJudge={review.judge}
              onUndo={review.undo}
              onNext={review.next}
              onPrevious={review.previous}
            />
          </div>
          <Peek session={session} onOpen={review.open} />
        </div>
      ) : (
        <Ended
          total={review.total}
          loading={!review.exhausted}
          skipped={undecidedOf(session)}
          onAgain={() => review.open(session.entries.findIndex((entry) => entry.verdict === null))}
        />
      )}
      <Notice content={notice} onClose={closeNotice} place="head" />
    </>
  );
}

function Ended(props: { total: number; loading: boolean; skipped: number; onAgain: () => void }) {
  const t = useMessages(reviewMessages);
  if (props.loading) return <p role="status">{t('loadingMore')}</p>;
  if (props.skipped > 0) {
    return (
      <Empty
        title={t('empty.skipped')}
        action={<ActionButton onClick={props.onAgain}>{t('empty.again')}</ActionButton>}
      >
        {t('empty.skippedBody', { count: props.skipped })}
      </Empty>
    );
  }
  return props.total === 0 ? (
    <Empty
      title={t('empty.noneTitle')}
      action={
        <Link className="action" data-primary to="/imports">
          {t('empty.import')}
        </Link>
      }
    >
      {t('empty.noneBody')}
    </Empty>
  ) : (
    <Empty
      title={t('empty.title')}
      action={
        <Link className="action" to="/review" search={{ show: 'decided' }}>
          {t('empty.toDecided')}
        </Link>
      }
    >
      {t('empty.body')}
    </Empty>
  );
}
