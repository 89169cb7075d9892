import type { ReviewItem } from '@nhip/server/review/contract.ts';

export type Verdict = 'accept' | 'reject';

export interface Entry {
  key: string;
  item: ReviewItem;
  verdict: Verdict | null;
}

interface Step {
  key: string;
  before: Verdict | null;
}

/** What one person has before them: the items fetched so far, the one that is open, and the way back. */
export interface ReviewSession {
  entries: Entry[];
  /** Place of the open item; equals the length when the list has been walked through. */
  at: number;
  steps: Step[];
}

export const emptySession: ReviewSession = { entries: [], at: 0, steps: [] };

export const keyOf = (item: Pick<ReviewItem, 'normalised' | 'competency'>) =>
  `${item.competency.id} ${item.normalised}`;

/** Items come in pages that shift under the decisions made meanwhile; those known already stay as they are. */
export function arrive(session: ReviewSession, items: ReviewItem[]): ReviewSession {
  const known = new Set(session.entries.map((entry) => entry.key));
  const fresh = items
    .map((item) => ({ key: keyOf(item), item, verdict: item.decision?.verdict ?? null }))
    .filter((entry) => !known.has(entry.key));
  return fresh.length === 0 ? session : { ...session, entries: [...session.entries, ...fresh] };
}

export function move(session: ReviewSession, step: 1 | -1): ReviewSession {
  const at = Math.min(Math.max(session.at + step, 0), session.entries.length);
  return { ...session, at };
}

export function jump(session: ReviewSession, at: number): ReviewSession {
  return { ...session, at: Math.min(Math.max(at, 0), session.entries.length) };
}

/** Writes the verdict on the open item and opens the next one without a verdict. */
export function decideOpen(session: ReviewSession, verdict: Verdict): ReviewSession {
  const open = session.entries[session.at];
  if (!open || open.verdict === verdict) return move(session, 1);
  const entries = withVerdict(session.entries, open.key, verdict);
  let at = session.at + 1;
  while (entries[at] && entries[at]?.verdict !== null) at += 1;
  return { entries, at, steps: [...session.steps, { key: open.key, before: open.verdict }] };
}

/** Takes the last decision back and opens its item again. */
export function undoLast(session: ReviewSession): ReviewSession {
  const last = session.steps.at(-1);
  return last ? takeBack(session, last.key) : session;
}

/** Takes back the last decision on one item, wherever it stands: by wish, or because it could not be saved. */
export function takeBack(session: ReviewSession, key: string): ReviewSession {
  const place = session.steps.findLastIndex((step) => step.key === key);
  const step = session.steps[place];
  if (!step) return session;
  return {
    entries: withVerdict(session.entries, key, step.before),
    at: session.entries.findIndex((entry) => entry.key === key),
    steps: session.steps.toSpliced(place, 1),
  };
}

/** The verdict stands again, because taking it back was refused. */
export function restore(session: ReviewSession, key: string, verdict: Verdict): ReviewSession {
  return { ...session, entries: withVerdict(session.entries, key, verdict) };
}

export const undecidedOf = (session: ReviewSession) =>
  session.entries.filter((entry) => entry.verdict === null).length;

/** How many items with a verdict this session has added (or taken back: then below zero). */
export const decidedSince = (session: ReviewSession) =>
  session.entries.reduce(
    (sum, { item, verdict }) => sum + Number(verdict !== null) - Number(item.decision !== null),
    0,
  );

function withVerdict(entries: Entry[], key: string, verdict: Verdict | null): Entry[] {
  return entries.map((entry) => (entry.key === key ? { ...entry, verdict } : entry));
}
