import type { Decision } from '@nhip/server/review/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { decide, forgetFigures, reviewQueue, undoDecision } from './review-api.ts';
import {
  arrive,
  decidedSince,
  decideOpen,
  emptySession,
  jump,
  move,
  restore,
  takeBack,
  undecidedOf,
  undoLast,
  type Entry,
  type ReviewSession,
  type Verdict,
} from './review-session.ts';

export type ReviewEvent =
  { kind: Verdict | 'undone' | 'failed' | 'undo-failed'; entry: Entry } | { kind: 'nothing' };

const pageSize = 20;
/** More items are fetched when fewer than this many lie ahead, so that the next one is always there. */
const lookAhead = 8;

/**
 * The review queue as one person walks through it. A decision shows at once and travels behind; decisions travel
 * one after the other, so that the last word about a pair is the last one to arrive.
 */
export function useReviewSession(
  competency: string | undefined,
  onEvent: (event: ReviewEvent) => void,
) {
  const client = useQueryClient();
  const [session, setSession] = useState<ReviewSession>(emptySession);
  const latest = useRef(session);
  const travelling = useRef<Promise<unknown>>(Promise.resolve());
  const saved = useRef(new Map<string, Promise<Decision>[]>());
  const [decidedAt, setDecidedAt] = useState<number[]>([]);
  const [exhausted, setExhausted] = useState(false);
  const fetching = useRef(false);

  const filter = { undecided: true, competency, size: pageSize };
  const first = useQuery({
    ...reviewQueue({ ...filter, page: 1 }),
    staleTime: Infinity,
    gcTime: 0,
  });
  const base = first.data;

  function update(change: (before: ReviewSession) => ReviewSession) {
    latest.current = change(latest.current);
    setSession(latest.current);
  }

  function travel<T>(act: () => Promise<T>): Promise<T> {
    const result = travelling.current.then(act);
    travelling.current = result.catch(() => undefined);
    return result;
  }

  useEffect(() => {
    if (!base) return;
    update((before) => arrive(before, base.items));
    if (base.items.length < pageSize) setExhausted(true);
  }, [base]);

  useEffect(() => {
    const ahead = session.entries.length - session.at;
    if (!base || exhausted || fetching.current || ahead > lookAhead) return;
    fetching.current = true;
    const page = Math.floor(undecidedOf(session) / pageSize) + 1;
    client
      .fetchQuery({ ...reviewQueue({ ...filter, page }), staleTime: 0, gcTime: 0 })
      .then((queue) => {
        if (queue.items.length < pageSize) setExhausted(true);
        update((before) => arrive(before, queue.items));
      })
      .catch(() => undefined)
      .finally(() => (fetching.current = false));
  }, [session, base, exhausted]);

  function judge(verdict: Verdict) {
    const entry = latest.current.entries[latest.current.at];
    if (!entry) return;
    update((before) => decideOpen(before, verdict));
    if (entry.verdict === verdict) return;
    setDecidedAt((before) => [...before, Date.now()]);
    const { normalised, competency: subject } = entry.item;
    const answer = travel(() => decide({ normalised, competencyId: subject.id, verdict }));
    saved.current.set(entry.key, [...(saved.current.get(entry.key) ?? []), answer]);
    onEvent({ kind: verdict, entry });
    answer.then(
      () => forgetFigures(client),
      () => {
        const others = saved.current.get(entry.key)?.filter((promise) => promise !== answer);
        saved.current.set(entry.key, others ?? []);
        update((before) => takeBack(before, entry.key));
        onEvent({ kind: 'failed', entry });
      },
    );
  }

  function undo() {
    const key = latest.current.steps.at(-1)?.key;
    const entry = latest.current.entries.find((candidate) => candidate.key === key);
    const answer = key && saved.current.get(key)?.pop();
    if (!entry || !answer) return onEvent({ kind: 'nothing' });
    const verdict = entry.verdict;
    update(undoLast);
    setDecidedAt((before) => before.slice(0, -1));
    onEvent({ kind: 'undone', entry });
    void answer
      .then((decision) => travel(() => undoDecision(decision.id)))
      .then(
        () => forgetFigures(client),
        () => {
          if (verdict) update((before) => restore(before, entry.key, verdict));
          onEvent({ kind: 'undo-failed', entry });
        },
      );
  }

  return {
    query: first,
    session,
    exhausted,
    decidedAt,
    total: base?.total ?? 0,
    decided: (base?.decided ?? 0) + decidedSince(session),
    judge,
    undo,
    next: () => update((before) => move(before, 1)),
    previous: () => update((before) => move(before, -1)),
    open: (at: number) => update((before) => jump(before, at)),
  };
}
