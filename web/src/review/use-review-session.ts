import type { Decision, ReviewExample } from '@nhip/server/review/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api.ts';
import type { Chosen } from './choose-competency.tsx';
import {
  addPhrase,
  decide,
  forgetFigures,
  pageSize,
  queueHead,
  replace,
  reviewQueue,
  undoDecision,
  type QueueFilters,
} from './review-api.ts';
import {
  addStep,
  arrive,
  decidedSince,
  decideOpen,
  emptySession,
  isSaid,
  jump,
  learn,
  move,
  restore,
  takeBack,
  undecidedOf,
  undoLast,
  type Entry,
  type ReviewSession,
  type Verdict,
} from './review-session.ts';

/** What was done, or was not, with which words and which competency. */
export type ReviewEvent =
  | { kind: Verdict | 'replace' | 'add'; surface: string; competency: Named }
  | { kind: 'undone' | 'undo-failed'; surface: string }
  | { kind: 'failed'; surface: string; problem: ApiProblem | undefined }
  | { kind: 'nothing' };
type Named = Chosen['label'];

/** More items are fetched when fewer than this many lie ahead, so that the next one is always there. */
const lookAhead = 8;

/**
 * The review queue as one person walks through it. A decision shows at once and travels behind; decisions travel
 * one after the other, so that the last word about a pair is the last one to arrive.
 */
export function useReviewSession(filters: QueueFilters, onEvent: (event: ReviewEvent) => void) {
  const client = useQueryClient();
  const [session, setSession] = useState<ReviewSession>(emptySession);
  const latest = useRef(session);
  const travelling = useRef<Promise<unknown>>(Promise.resolve());
  const saved = useRef(new Map<string, Promise<Decision>[]>());
  const [decidedAt, setDecidedAt] = useState<number[]>([]);
  const [exhausted, setExhausted] = useState(false);
  const [last, setLast] = useState<Decision>();
  const fetching = useRef(false);

  const first = useQuery(queueHead(filters));
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
    const wanted = reviewQueue({ undecided: true, ...filters, size: pageSize, page });
    client
      .fetchQuery({ ...wanted, staleTime: 0, gcTime: 0 })
      .then((queue) => {
        if (queue.items.length < pageSize) setExhausted(true);
        update((before) => arrive(before, queue.items));
      })
      .catch(() => undefined)
      .finally(() => (fetching.current = false));
  }, [session, base, exhausted]);

  function follow(key: string, surface: string, answer: Promise<Decision>) {
    saved.current.set(key, [...(saved.current.get(key) ?? []), answer]);
    answer.then(
      (decision) => {
        setLast(decision);
        forgetFigures(client);
      },
      (fault: unknown) => {
        const others = saved.current.get(key)?.filter((promise) => promise !== answer);
        saved.current.set(key, others ?? []);
        update((before) => takeBack(before, key));
        const problem = fault instanceof ApiProblem ? fault : undefined;
        const standing = problem && standingOf(problem);
        if (standing) update((before) => learn(before, key, standing));
        onEvent({ kind: 'failed', surface, problem });
      },
    );
  }

  function say(verdict: Verdict, send: (entry: Entry) => Promise<Decision>, other?: Chosen) {
    const entry = latest.current.entries[latest.current.at];
    if (!entry) return;
    const replacement = other?.label ?? null;
    update((before) => decideOpen(before, verdict, replacement));
    if (isSaid(entry, verdict, replacement)) return;
    setDecidedAt((before) => [...before, Date.now()]);
    const { normalised: surface, competency } = entry.item;
    const kind = other ? 'replace' : verdict;
    onEvent({ kind, surface, competency: other?.label ?? competency.label });
    follow(
      entry.key,
      surface,
      travel(() => send(entry)),
    );
  }

  function judge(verdict: Verdict) {
    say(verdict, (entry) => decide({ ...subjectOf(entry), verdict }));
  }

  function replaceBy(other: Chosen) {
    const send = (entry: Entry) => replace({ ...subjectOf(entry), replacementId: other.id });
    say('reject', send, other);
  }

  function add({ kind, id }: ReviewExample, phrase: string, other: Chosen) {
    const key = `added ${Date.now()} ${phrase}`;
    update((before) => addStep(before, key));
    onEvent({ kind: 'add', surface: phrase, competency: other.label });
    follow(
      key,
      phrase,
      travel(() => addPhrase({ kind, id, phrase, competencyId: other.id })),
    );
  }

  function undo() {
    const key = latest.current.steps.at(-1)?.key;
    const answer = key && saved.current.get(key)?.pop();
    if (!key || !answer) return onEvent({ kind: 'nothing' });
    const entry = latest.current.entries.find((candidate) => candidate.key === key);
    update(undoLast);
    setLast(undefined);
    if (entry) setDecidedAt((before) => before.slice(0, -1));
    const surface = entry?.item.normalised ?? key.split(' ').slice(2).join(' ');
    onEvent({ kind: 'undone', surface });
    void answer
      .then((decision) => travel(() => undoDecision(decision.id)))
      .then(
        () => forgetFigures(client),
        () => {
          if (entry?.verdict) update((before) => restore(before, entry.key, entry));
          onEvent({ kind: 'undo-failed', surface });
        },
      );
  }

  return {
    query: first,
    session,
    exhausted,
    decidedAt,
    last,
    total: base?.total ?? 0,
    decided: (base?.decided ?? 0) + decidedSince(session),
    judge,
    replaceBy,
    add,
    undo,
    next: () => update((before) => move(before, 1)),
    previous: () => update((before) => move(before, -1)),
    open: (at: number) => update((before) => jump(before, at)),
  };
}

function subjectOf({ item }: Entry) {
  const { normalised, competency, decision } = item;
  return { normalised, competencyId: competency.id, seen: decision?.id ?? null };
}

/** What somebody else has decided meanwhile, if that is the problem. */
function standingOf({ code, body }: ApiProblem): { id: number; verdict: Verdict } | undefined {
  if (code !== 'pair-decided-meanwhile') return undefined;
  const { decisionId, standing } = (body as { detail: { decisionId: number; standing: Verdict } })
    .detail;
  return { id: decisionId, verdict: standing };
}
