import type { CrosswalkItems, CrosswalkPair, Relation } from '@nhip/server/crosswalks/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem } from '../api.ts';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { useKeys, useKeysWanted } from '../review/use-keys.ts';
import { NativeSelect } from '../ui/native-select.tsx';
import { Notice, type NoticeContent } from '../ui/notice.tsx';
import { useUrlState } from '../url-state.ts';
import { CrosswalkProgress } from './crosswalk-progress.tsx';
import { countsOf, type Filter, type Stop } from './crosswalk-session.ts';
import { pairsOf, undoBatch, type PairName } from './crosswalks-api.ts';
import styles from './editor.module.css';
import { Ended } from './ended.tsx';
import { indexItems } from './item-index.ts';
import { Judgement } from './judgement.tsx';
import { JudgementBar, RELATIONS } from './judgement-bar.tsx';
import { crosswalkMessages } from './messages.ts';
import { SeekProposals } from './seek-proposals.tsx';
import { useCrosswalkSession, type SessionEvent } from './use-crosswalk-session.ts';
import { shortTitle } from './short-title.ts';

// what is not on the first screen comes when it is wanted
const BulkPanel = lazy(() => import('./bulk-panel.tsx').then((m) => ({ default: m.BulkPanel })));
const ItemSearch = lazy(() => import('./item-search.tsx').then((m) => ({ default: m.ItemSearch })));
const TwoTrees = lazy(() => import('./two-trees.tsx').then((m) => ({ default: m.TwoTrees })));

const FILTERS: readonly Filter[] = ['waiting', 'decided', 'all'];

/** Judges one candidate after the other: the item and its candidates above, both frameworks below. */
export function Editor(props: {
  name: PairName;
  from: CrosswalkItems;
  to: CrosswalkItems;
  pairs: CrosswalkPair[];
}) {
  const t = useMessages(crosswalkMessages);
  const local = useLocalText();
  const language = useLanguage();
  const client = useQueryClient();
  const [url, setUrl] = useUrlState();
  const filter = FILTERS.find((known) => known === url.show) ?? 'waiting';
  const wanted = useRef(stopIn(url));
  const [notice, setNotice] = useState<NoticeContent>();
  const [keysWanted, setKeysWanted] = useKeysWanted();
  const [searching, setSearching] = useState(false);
  const [note, setNote] = useState('');
  const from = useMemo(() => indexItems(props.from.items), [props.from]);
  const to = useMemo(() => indexItems(props.to.items), [props.to]);
  const names = {
    from: shortTitle(local(props.from.framework.title)) || props.name.from,
    to: shortTitle(local(props.to.framework.title)) || props.name.to,
  };
  const say = (words: string, more: Partial<NoticeContent> = {}) =>
    setNotice({ id: Date.now(), words, ...more });

  function tell(event: SessionEvent) {
    if (event.kind === 'decided') {
      const words = sentence(event.stop, event.relation);
      const done = event.relation === null ? 'done.rejected' : 'done.accepted';
      const action = { label: t('do.undo'), run: () => work.undo() };
      say(t(done, { sentence: words }), { action });
    } else if (event.kind === 'failed') {
      const why = event.problem?.words[language] ?? '';
      say(t('done.failed', { why }), { tone: 'fault' });
    } else say(t(event.kind === 'undone' ? 'done.undone' : 'done.nothing'));
  }

  function sentence(stop: Stop, relation: Relation | null): string {
    const label = (index: typeof from, id: number | null) => {
      const item = index.byId.get(id ?? 0);
      return item ? local(item.label) || item.code : `#${id}`;
    };
    const values = { from: label(from, stop.from), to: label(to, stop.to) };
    return relation === null
      ? t('editor.unrelated', values)
      : t('editor.sentence', { ...values, relation: t(`relation.${relation}`) });
  }

  const data = { items: props.from.items, pairs: props.pairs, filter, open: wanted.current };
  const work = useCrosswalkSession(props.name, data, tell);
  const { session } = work;
  const open = session.stops[session.at];
  const pair = open && session.pairs.get(`${open.from} ${open.to}`);
  const proposed = pair?.status === 'proposed' ? pair : undefined;
  const counts = useMemo(() => countsOf(session.pairs), [session.pairs]);
  const judge = (relation: Relation | null) => {
    work.judge(relation, note.trim() || undefined);
    setNote('');
    setSearching(false);
  };
  const agree = () => proposed && judge(proposed.relation);
  const go = (stop: Stop) => {
    work.open(stop);
    setSearching(false);
  };
  useKeys(keysWanted, {
    ...Object.fromEntries(RELATIONS.map((relation, at) => [`${at + 1}`, () => judge(relation)])),
    n: () => judge(null),
    j: work.next,
    k: work.previous,
    z: work.undo,
    '/': () => open && setSearching(true),
  });
  useEnter(keysWanted, agree);
  const closeNotice = useCallback(() => setNotice(undefined), []);

  async function forget() {
    await client.invalidateQueries({ queryKey: pairsOf(props.name).queryKey });
  }
  const onBulk = ({ batch, accepted }: { batch: string; accepted: number }) => {
    void forget();
    const run = () =>
      void undoBatch(batch)
        .then(({ undone }) => {
          say(t('bulk.undone', { count: undone }));
          return forget();
        })
        .catch((fault: unknown) => {
          const why = fault instanceof ApiProblem ? fault.words[language] : '';
          say(t('done.failed', { why }), { tone: 'fault' });
        });
    say(t('bulk.done', { count: accepted }), { action: { label: t('do.undo'), run } });
  };

  return (
    <>
      <div className={styles.head}>
        <CrosswalkProgress {...counts} decidedAt={work.decidedAt} />
        <NativeSelect
          inline
          label={t('editor.filter')}
          value={filter}
          options={FILTERS.map((value) => ({ value, label: t(`editor.${value}`) }))}
          onChange={(show) => setUrl({ show })}
        />
        {counts.total > 0 && <SeekProposals name={props.name} />}
      </div>
      {counts.total > counts.decided && (
        <Suspense>
          <BulkPanel name={props.name} decided={counts.decided} onAccepted={onBulk} />
        </Suspense>
      )}
      {open ? (
        <>
          <Judgement
            names={names}
            from={from}
            to={to}
            session={session}
            open={open}
            onOpen={go}
            note={note}
            onNote={setNote}
            bar={
              <JudgementBar
                standing={
                  pair && pair.status !== 'proposed'
                    ? pair.status === 'rejected'
                      ? 'none'
                      : pair.relation
                    : undefined
                }
                canJudge={open.to !== null}
                canAgree={proposed !== undefined}
                canUndo={session.steps.length > 0}
                first={session.at === 0}
                keysWanted={keysWanted}
                onKeysWanted={setKeysWanted}
                onJudge={judge}
                onAgree={agree}
                onUndo={work.undo}
                onNext={work.next}
                onPrevious={work.previous}
                onSearch={() => setSearching(true)}
              />
            }
          />
          {searching && (
            <Suspense>
              <ItemSearch
                framework={names.to}
                index={to}
                onChoose={(item) => go({ from: open.from, to: item.id })}
                onClose={() => setSearching(false)}
              />
            </Suspense>
          )}
        </>
      ) : (
        <Ended
          name={props.name}
          counts={counts}
          filter={filter}
          skipped={session.stops.length > 0}
          onAgain={() => session.stops[0] && work.open(session.stops[0])}
        />
      )}
      <Suspense>
        <TwoTrees names={names} from={from} to={to} session={session} filter={filter} onOpen={go} />
      </Suspense>
      <Notice content={notice} onClose={closeNotice} place="head" />
    </>
  );
}

/** A link may lead to one pair: ?item=12&with=34. */
function stopIn(url: Record<string, string | undefined>): Stop | undefined {
  const [from, to] = [Number(url.item), Number(url.with)];
  if (!Number.isInteger(from) || from <= 0) return undefined;
  return { from, to: Number.isInteger(to) && to > 0 ? to : null };
}

/** Enter agrees, unless it presses what has the focus. */
function useEnter(enabled: boolean, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.repeat || event.defaultPrevented) return;
      const busy = 'a, button, input, select, textarea, summary, [role="tree"], [role="option"]';
      if (event.target instanceof Element && event.target.closest(busy)) return;
      latest.current();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [enabled]);
}
