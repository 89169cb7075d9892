import type { CrosswalkPair, Relation } from '@nhip/server/crosswalks/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api.ts';
import { decide, pairsOf, undoBatch, type PairName } from './crosswalks-api.ts';
import {
  begin,
  beginAgain,
  currentOf,
  decideOpen,
  keyOf,
  move,
  openStop,
  refresh,
  settle,
  takeBack,
  type CrosswalkSession,
  type Filter,
  type Item,
  type Stop,
} from './crosswalk-session.ts';

/** A decision of this session, on its way or saved. */
interface Taken {
  batch: Promise<string>;
  undone: boolean;
}

export type SessionEvent =
  | { kind: 'decided'; stop: Stop; relation: Relation | null }
  | { kind: 'undone' }
  | { kind: 'nothing' }
  | { kind: 'failed'; problem: ApiProblem | undefined };

/**
 * A crosswalk as one person walks through it. A decision shows at once and travels behind; decisions
 * travel one after the other, each with the revision that the one before it has made.
 */
export function useCrosswalkSession(
  name: PairName,
  data: { items: readonly Item[]; pairs: readonly CrosswalkPair[]; filter: Filter; open?: Stop },
  onEvent: (event: SessionEvent) => void,
) {
  const client = useQueryClient();
  const [session, setSession] = useState<CrosswalkSession>(() =>
    begin(data.items, data.pairs, data.filter, data.open),
  );
  const latest = useRef(session);
  const travelling = useRef<Promise<unknown>>(Promise.resolve());
  const taken = useRef(new Map<string, Taken[]>());
  const [decidedAt, setDecidedAt] = useState<number[]>([]);

  function update(change: (before: CrosswalkSession) => CrosswalkSession) {
    latest.current = change(latest.current);
    setSession(latest.current);
  }

  const shown = useRef(data);
  useEffect(() => {
    const { pairs: known, filter } = shown.current;
    if (known === data.pairs && filter === data.filter) return;
    shown.current = data;
    update((before) => {
      // what has been decided here is newer than what was read when the page was opened
      const pairs = known === data.pairs ? [...before.pairs.values()] : data.pairs;
      return beginAgain(before, data.items, pairs, data.filter);
    });
  }, [data.items, data.pairs, data.filter]);

  function travel<T>(act: () => Promise<T>): Promise<T> {
    const result = travelling.current.then(act);
    travelling.current = result.catch(() => undefined);
    return result;
  }

  /** What somebody else has done meanwhile is shown, so that the next decision is about what stands. */
  async function catchUp() {
    const { pairs } = await client.fetchQuery({ ...pairsOf(name), staleTime: 0 });
    update((before) => refresh(before, pairs));
  }

  function judge(relation: Relation | null, note?: string) {
    const stop = currentOf(latest.current);
    if (!stop || stop.to === null) return;
    const key = keyOf(stop);
    const { from, to } = stop;
    // the revision is asked for when its turn comes: a decision before it may still be on its way
    const seen = () => latest.current.pairs.get(key)?.revision ?? 0;
    update((before) => decideOpen(before, relation));
    setDecidedAt((before) => [...before, Date.now()]);
    const answer = travel(() =>
      decide({ kind: name.kind, from, to, relation, seen: seen(), ...(note ? { note } : {}) }),
    );
    const batch = answer.then((decided) => {
      if (!own.undone) update((before) => settle(before, key, decided.pair ?? undefined));
      return decided.batch;
    });
    const own: Taken = { batch, undone: false };
    taken.current.set(key, [...(taken.current.get(key) ?? []), own]);
    onEvent({ kind: 'decided', stop, relation });
    batch.catch((fault: unknown) => {
      taken.current.set(key, taken.current.get(key)?.filter((one) => one !== own) ?? []);
      if (!own.undone) update((before) => takeBack(before, key));
      onEvent({ kind: 'failed', problem: fault instanceof ApiProblem ? fault : undefined });
      void catchUp().catch(() => undefined);
    });
  }

  function undo() {
    const key = latest.current.steps.at(-1)?.key;
    const last = key && taken.current.get(key)?.pop();
    if (!key || !last) return onEvent({ kind: 'nothing' });
    last.undone = true;
    const standing = latest.current.pairs.get(key);
    update((before) => takeBack(before, key));
    setDecidedAt((before) => before.slice(0, -1));
    onEvent({ kind: 'undone' });
    // queued at once: a decision that is taken after it has to wait for it
    void travel(async () => undoBatch(await last.batch)).then(
      ({ pairs }) => {
        // of its revision alone: it reads from the side from which the row was written
        const revision = pairs[0]?.pair?.revision;
        const shown = latest.current.pairs.get(key);
        if (shown && revision !== undefined) {
          update((before) => settle(before, key, { ...shown, revision }));
        }
      },
      async (fault: unknown) => {
        // a decision that was refused has been taken back already
        if (await last.batch.then(Boolean, () => false)) {
          update((before) => settle(before, key, standing));
        }
        onEvent({ kind: 'failed', problem: fault instanceof ApiProblem ? fault : undefined });
        void catchUp().catch(() => undefined);
      },
    );
  }

  return {
    session,
    decidedAt,
    judge,
    undo,
    next: () => update((before) => move(before, 1)),
    previous: () => update((before) => move(before, -1)),
    open: (stop: Stop) => update((before) => openStop(before, stop)),
  };
}

export type Crosswalking = ReturnType<typeof useCrosswalkSession>;
