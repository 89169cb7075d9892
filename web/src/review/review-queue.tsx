import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Notice, type NoticeContent } from '../ui/notice.tsx';
import { Empty, Failure, Skeleton } from '../ui/page-state.tsx';
import { DecisionBar, type PanelName } from './decision-bar.tsx';
import { KeyHelp } from './key-help.tsx';
import { LastAct } from './last-act.tsx';
import { reviewMessages } from './messages.ts';
import { Peek } from './peek.tsx';
import { ReviewItemView } from './review-item.tsx';
import { ReviewProgress } from './review-progress.tsx';
import type { QueueFilters } from './review-api.ts';
import styles from './review-queue.module.css';
import { undecidedOf } from './review-session.ts';
import { useKeys, useKeysWanted } from './use-keys.ts';
import { useReviewSession, type ReviewEvent } from './use-review-session.ts';

// fetched beside the first item, before anybody asks for them
const panels = () => import('./act-panel.tsx');
const ReplacePanel = lazy(() => panels().then(({ ReplacePanel: it }) => ({ default: it })));
const AddPanel = lazy(() => panels().then(({ AddPanel: it }) => ({ default: it })));

const eventWords = {
  accept: 'done.accepted',
  reject: 'done.rejected',
  ambiguous: 'done.ambiguous',
  replace: 'done.replaced',
  add: 'done.added',
  undone: 'done.undone',
  failed: 'done.failed',
  'undo-failed': 'done.undoFailed',
} as const;

/** One item large, the next two peeking, every decision one key or one click. */
export function ReviewQueue({ filters }: { filters: QueueFilters }) {
  const language = useLanguage();
  const t = useMessages(reviewMessages);
  const local = useLocalText();
  const [notice, setNotice] = useState<NoticeContent>();
  const [keysWanted, setKeysWanted] = useKeysWanted();
  const [panel, setPanel] = useState<PanelName>();
  const [helpOpen, setHelpOpen] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const help = useRef<HTMLElement>(null);
  const closeNotice = useCallback(() => setNotice(undefined), []);

  function tell(event: ReviewEvent) {
    const id = Date.now();
    if (event.kind === 'nothing') return setNotice({ id, words: t('done.nothing') });
    const { surface } = event;
    if (event.kind === 'failed') {
      const words = event.problem?.words[language] ?? '';
      return setNotice({
        id,
        tone: 'fault',
        words: `${t('done.failed', { surface })} ${words}`.trim(),
      });
    }
    const name = 'competency' in event ? local(event.competency) : '';
    setNotice({
      id,
      words: t(eventWords[event.kind], { surface, name }),
      tone: event.kind === 'undo-failed' ? 'fault' : undefined,
      action: 'competency' in event ? { label: t('do.undo'), run: () => review.undo() } : undefined,
    });
  }

  const review = useReviewSession(filters, tell);
  const { session } = review;
  const open = session.entries[session.at];
  const openKey = open?.key;
  useEffect(() => void panels(), []);
  // a panel speaks of one item
  useEffect(() => setPanel(undefined), [openKey]);

  function closePanel() {
    const opener = bar.current?.querySelector<HTMLElement>(`[data-panel="${panel}"]`);
    setPanel(undefined);
    (opener ?? bar.current)?.focus();
  }

  const show = (name: PanelName) => (panel === name ? closePanel() : setPanel(name));
  const turnHelp = () => {
    setHelpOpen(!helpOpen);
    help.current?.focus();
  };
  useKeys(keysWanted && panel === undefined, {
    a: () => review.judge('accept'),
    r: () => review.judge('reject'),
    m: () => review.judge('ambiguous'),
    p: () => open && show('replace'),
    n: () => open && show('add'),
    u: review.undo,
    z: review.undo,
    j: review.next,
    k: review.previous,
    arrowright: review.next,
    arrowleft: review.previous,
    '?': turnHelp,
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
            <ReviewItemView key={open.key} entry={open} />
            <Suspense>
              {panel === 'replace' && (
                <ReplacePanel
                  item={open.item}
                  onClose={closePanel}
                  onChoose={(chosen) => {
                    closePanel();
                    review.replaceBy(chosen);
                  }}
                />
              )}
              {panel === 'add' && (
                <AddPanel
                  item={open.item}
                  onClose={closePanel}
                  onAdd={(example, phrase, chosen) => {
                    closePanel();
                    review.add(example, phrase, chosen);
                  }}
                />
              )}
            </Suspense>
            <DecisionBar
              entry={open}
              first={session.at === 0}
              canUndo={session.steps.length > 0}
              keysWanted={keysWanted}
              panel={panel}
              whole={bar}
              onPanel={show}
              onJudge={review.judge}
              onUndo={review.undo}
              onNext={review.next}
              onPrevious={review.previous}
            />
            <LastAct decision={review.last} />
            <KeyHelp
              wanted={keysWanted}
              open={helpOpen}
              summary={help}
              onWanted={setKeysWanted}
              onOpen={setHelpOpen}
            />
          </div>
          <Peek session={session} onOpen={review.open} />
        </div>
      ) : (
        <Ended
          total={review.total}
          narrowed={Object.values(filters).some(Boolean)}
          loading={!review.exhausted}
          skipped={undecidedOf(session)}
          onAgain={() => review.open(session.entries.findIndex((entry) => entry.verdict === null))}
        />
      )}
      <Notice content={notice} onClose={closeNotice} place="head" />
    </>
  );
}

function Ended(props: {
  total: number;
  narrowed: boolean;
  loading: boolean;
  skipped: number;
  onAgain: () => void;
}) {
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
  if (props.narrowed) {
    return (
      <Empty
        title={t('empty.filteredTitle')}
        action={
          <Link className="action" data-primary to="/review">
            {t('empty.widen')}
          </Link>
        }
      >
        {t('empty.filteredBody')}
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
