import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReviewItem } from '@nhip/server/review/contract.ts';
import { remainingSeconds } from './remaining-time.ts';
import {
  arrive,
  decidedSince,
  decideOpen,
  emptySession,
  move,
  takeBack,
  undecidedOf,
  undoLast,
} from './review-session.ts';

function item(normalised: string): ReviewItem {
  return {
    normalised,
    competency: {
      id: 7,
      code: 'T-GO',
      kind: 'tool',
      label: { vi: 'Go', en: 'Go' },
      areaCode: null,
    },
    method: 'exact',
    form: normalised,
    advertisements: 3,
    outcomes: 0,
    courses: 0,
    examples: [],
    decision: null,
  };
}

const three = arrive(emptySession, [item('go'), item('golang'), item('go lang')]);
const opened = (session: typeof three) => session.entries[session.at]?.item.normalised;

test('a decision opens the next item that has none', () => {
  const back = move(decideOpen(three, 'accept'), -1);
  assert.equal(opened(back), 'go');
  assert.equal(opened(decideOpen(back, 'reject')), 'golang');
});

test('an undo opens the item again, without its verdict', () => {
  const undone = undoLast(decideOpen(decideOpen(three, 'accept'), 'reject'));
  assert.equal(opened(undone), 'golang');
  assert.deepEqual(
    undone.entries.map((entry) => entry.verdict),
    ['accept', null, null],
  );
});

test('a changed mind is undone to the verdict before it', () => {
  const changed = decideOpen(move(decideOpen(three, 'accept'), -1), 'reject');
  assert.equal(changed.entries[0]?.verdict, 'reject');
  assert.equal(undoLast(changed).entries[0]?.verdict, 'accept');
});

test('a decision that could not be saved comes back although others were made after it', () => {
  const later = decideOpen(decideOpen(three, 'accept'), 'accept');
  const back = takeBack(later, later.entries[0]?.key ?? '');
  assert.equal(opened(back), 'go');
  assert.equal(decidedSince(back), 1);
});

test('a page that repeats items adds only the new ones', () => {
  const more = arrive(decideOpen(three, 'accept'), [item('golang'), item('gô')]);
  assert.equal(more.entries.length, 4);
  assert.equal(more.entries[0]?.verdict, 'accept');
  assert.equal(undecidedOf(more), 3);
});

test('deciding the last item ends the list, and an empty list takes no decision', () => {
  const done = [1, 2, 3].reduce((session) => decideOpen(session, 'accept'), three);
  assert.equal(opened(done), undefined);
  assert.equal(decideOpen(emptySession, 'accept').steps.length, 0);
});

test('the time left follows the median pace and a pause counts as one minute', () => {
  assert.equal(remainingSeconds([0, 3000, 6000], 10), undefined);
  assert.equal(remainingSeconds([0, 3000, 6000, 9000, 12_000], 10), 30);
  assert.equal(remainingSeconds([0, 3000, 6000, 9_000_000, 9_003_000, 9_006_000], 20), 60);
});
