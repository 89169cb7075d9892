import type { CrosswalkItems, CrosswalkPair, Relation } from '@nhip/server/crosswalks/contract.ts';

export type Item = CrosswalkItems['items'][number];

/** Something to be judged: an item and one candidate; null: an item without any yet. */
export interface Stop {
  from: number;
  to: number | null;
}

/** What one person has before them: where to stop, what stands, and the way back. */
export interface CrosswalkSession {
  stops: readonly Stop[];
  /** Place of the open stop; equals the length when the list has been walked through. */
  at: number;
  pairs: ReadonlyMap<string, CrosswalkPair>;
  steps: readonly { key: string; before: CrosswalkPair | undefined }[];
}

export type Filter = 'waiting' | 'decided' | 'all';

export const keyOf = ({ from, to }: Stop) => `${from} ${to}`;

export const emptySession: CrosswalkSession = { stops: [], at: 0, pairs: new Map(), steps: [] };

/** The stops of a filter in the order of the tree, the surest candidate of each item first. */
export function stopsOf(
  items: readonly Item[],
  pairs: Iterable<CrosswalkPair>,
  filter: Filter,
): Stop[] {
  const wanted = [...pairs].filter(({ status }) => {
    if (filter === 'all') return true;
    return (status === 'proposed') === (filter === 'waiting');
  });
  const byItem = Map.groupBy(wanted, ({ from }) => from);
  const known = new Set(items.map(({ id }) => id));
  // an accepted pair whose item the newest version no longer has is still there to be judged
  const gone = [...byItem.keys()].filter((id) => !known.has(id));
  return [...items.map(({ id }) => id), ...gone].flatMap((from): Stop[] => {
    const own = byItem.get(from);
    if (!own) return filter === 'all' ? [{ from, to: null }] : [];
    return own
      .toSorted((a, b) => (b.confidence ?? 1) - (a.confidence ?? 1))
      .map(({ to }) => ({ from, to }));
  });
}

export function begin(
  items: readonly Item[],
  pairs: readonly CrosswalkPair[],
  filter: Filter,
  open?: Stop,
): CrosswalkSession {
  const map = new Map(pairs.map((pair) => [keyOf(pair), pair]));
  const stops = stopsOf(items, pairs, filter);
  const session = { stops, at: 0, pairs: map, steps: [] };
  return open ? openStop(session, open) : session;
}

/** Other stops, or what the server says anew: the open stop stays open where it is still one, and every way back. */
export function beginAgain(
  before: CrosswalkSession,
  ...[items, pairs, filter]: Parameters<typeof begin>
): CrosswalkSession {
  const open = currentOf(before);
  const next = begin(items, pairs, filter);
  const at = next.stops.findIndex((stop) => open && keyOf(stop) === keyOf(open));
  return { ...next, at: Math.max(at, 0), steps: before.steps };
}

/** The same stops with what the server says now; what the person has done stays undoable. */
export function refresh(
  session: CrosswalkSession,
  pairs: readonly CrosswalkPair[],
): CrosswalkSession {
  return { ...session, pairs: new Map(pairs.map((pair) => [keyOf(pair), pair])) };
}

export const currentOf = (session: CrosswalkSession): Stop | undefined => session.stops[session.at];

export function move(session: CrosswalkSession, step: 1 | -1): CrosswalkSession {
  return { ...session, at: Math.min(Math.max(session.at + step, 0), session.stops.length) };
}

/** Opens a stop; one that is not in the list is put behind the last of its item, or at the place that is open. */
export function openStop(session: CrosswalkSession, wanted: Stop): CrosswalkSession {
  const exact = session.stops.findIndex(
    ({ from, to }) => from === wanted.from && (wanted.to === null || to === wanted.to),
  );
  if (exact >= 0) return { ...session, at: exact };
  const last = session.stops.findLastIndex(({ from }) => from === wanted.from);
  if (last >= 0 && session.stops[last]!.to === null) {
    return { ...session, at: last, stops: session.stops.with(last, wanted) };
  }
  const at = last >= 0 ? last + 1 : Math.min(session.at, session.stops.length);
  return { ...session, at, stops: session.stops.toSpliced(at, 0, wanted) };
}

/** Writes the word on the open stop and opens the next one that nobody has decided. */
export function decideOpen(session: CrosswalkSession, relation: Relation | null): CrosswalkSession {
  const open = currentOf(session);
  if (!open || open.to === null) return session;
  const key = keyOf(open);
  const before = session.pairs.get(key);
  const after = judged(before, open.from, open.to, relation);
  const pairs = new Map(session.pairs).set(key, after);
  let at = session.at + 1;
  while (at < session.stops.length && isDecided(pairs, session.stops[at]!)) at += 1;
  return { ...session, pairs, at, steps: [...session.steps, { key, before }] };
}

function isDecided(pairs: ReadonlyMap<string, CrosswalkPair>, stop: Stop): boolean {
  const pair = pairs.get(keyOf(stop));
  return pair !== undefined && pair.status !== 'proposed';
}

function judged(
  before: CrosswalkPair | undefined,
  from: number,
  to: number,
  relation: Relation | null,
): CrosswalkPair {
  const known = before ?? {
    ...{ from, to, confidence: null, source: 'person', grounds: null, note: null },
    ...{ revision: 0, others: [] },
  };
  return {
    ...known,
    relation: relation ?? before?.relation ?? 'related',
    status: relation === null ? 'rejected' : 'accepted',
    decidedAt: new Date().toISOString(),
  };
}

/** What the server has made of a decision: its revision counts from now on. */
export function settle(
  session: CrosswalkSession,
  key: string,
  pair: CrosswalkPair | undefined,
): CrosswalkSession {
  const pairs = new Map(session.pairs);
  if (pair) pairs.set(key, pair);
  else pairs.delete(key);
  return { ...session, pairs };
}

/** Takes the last decision on a pair back and opens it again. */
export function takeBack(session: CrosswalkSession, key: string): CrosswalkSession {
  const place = session.steps.findLastIndex((step) => step.key === key);
  const step = session.steps[place];
  if (!step) return session;
  const [from, to] = key.split(' ').map(Number) as [number, number];
  const opened = openStop(session, { from, to });
  return { ...settle(opened, key, step.before), steps: session.steps.toSpliced(place, 1) };
}

export interface Counts {
  decided: number;
  total: number;
}

export function countsOf(pairs: ReadonlyMap<string, CrosswalkPair>): Counts {
  let decided = 0;
  for (const { status } of pairs.values()) if (status !== 'proposed') decided += 1;
  return { decided, total: pairs.size };
}
