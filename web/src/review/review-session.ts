import type { LocalText } from '@nhip/server/languages/contract.ts';
import type { Verdict } from '@nhip/server/linking/contract.ts';
import type { ReviewItem } from '@nhip/server/review/contract.ts';

export type { Verdict };

/** What a person has said of an item; `replacement`: the competency that the phrase was given instead. */
export interface Word {
  verdict: Verdict | null;
  replacement: LocalText | null;
}

export interface Entry extends Word {
  key: string;
  item: ReviewItem;
}

interface Step {
  key: string;
  /** Null: the step added a phrase and said nothing of an item. */
  before: Word | null;
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
    .map((item): Entry => ({
      key: keyOf(item),
      item,
      verdict: item.decision?.verdict ?? null,
      replacement: item.decision?.replacement?.label ?? null,
    }))
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
export function decideOpen(
  session: ReviewSession,
  verdict: Verdict,
  replacement: LocalText | null = null,
): ReviewSession {
  const open = session.entries[session.at];
  if (!open || isSaid(open, verdict, replacement)) return move(session, 1);
  const entries = withWord(session.entries, open.key, { verdict, replacement });
  let at = session.at + 1;
  while (entries[at] && entries[at]?.verdict !== null) at += 1;
  const before = { verdict: open.verdict, replacement: open.replacement };
  return { entries, at, steps: [...session.steps, { key: open.key, before }] };
}

/** Whether that very word stands on an item already; a replacement is always said anew. */
export const isSaid = (entry: Entry, verdict: Verdict, replacement: LocalText | null) =>
  entry.verdict === verdict && entry.replacement === null && replacement === null;

/** A phrase was added beside the items: only the way back grows. */
export function addStep(session: ReviewSession, key: string): ReviewSession {
  return { ...session, steps: [...session.steps, { key, before: null }] };
}

/** Takes the last step back and opens its item again. */
export function undoLast(session: ReviewSession): ReviewSession {
  const last = session.steps.at(-1);
  return last ? takeBack(session, last.key) : session;
}

/** Takes back the last step about one item, wherever it stands: by wish, or because it could not be saved. */
export function takeBack(session: ReviewSession, key: string): ReviewSession {
  const place = session.steps.findLastIndex((step) => step.key === key);
  const step = session.steps[place];
  if (!step) return session;
  const steps = session.steps.toSpliced(place, 1);
  if (!step.before) return { ...session, steps };
  return {
    entries: withWord(session.entries, key, step.before),
    at: session.entries.findIndex((entry) => entry.key === key),
    steps,
  };
}

/** The word stands again, because taking it back was refused. */
export function restore(session: ReviewSession, key: string, word: Word): ReviewSession {
  return { ...session, entries: withWord(session.entries, key, word) };
}

/** Somebody else has decided meanwhile: their word is shown, and the next one said here answers it. */
export function learn(
  session: ReviewSession,
  key: string,
  decision: { id: number; verdict: Verdict },
): ReviewSession {
  const { verdict } = decision;
  const known = { ...decision, act: verdict, decidedAt: '', replacement: null, proposal: null };
  const entries = withWord(session.entries, key, { verdict, replacement: null }).map((entry) =>
    entry.key === key ? { ...entry, item: { ...entry.item, decision: known } } : entry,
  );
  return { ...session, entries };
}

export const undecidedOf = (session: ReviewSession) =>
  session.entries.filter((entry) => entry.verdict === null).length;

/** How many items with a verdict this session has added (or taken back: then below zero). */
export const decidedSince = (session: ReviewSession) =>
  session.entries.reduce(
    (sum, { item, verdict }) => sum + Number(verdict !== null) - Number(item.decision !== null),
    0,
  );

function withWord(entries: Entry[], key: string, word: Word): Entry[] {
  return entries.map((entry) => (entry.key === key ? { ...entry, ...word } : entry));
}
