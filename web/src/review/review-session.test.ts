import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReviewItem } from '@nhip/server/review/contract.ts';
import { remainingSeconds } from './remaining-time.ts';
import {
  addStep,
  arrive,
  decidedSince,
  decideOpen,
  emptySession,
  learn,
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
    probability: 0.9,
    bands: ['accepted'],
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

test('a replacement is undone to the verdict before it, and may be said again with another competency', () => {
  const java = { vi: 'Java', en: 'Java' };
  const replaced = decideOpen(three, 'reject', java);
  assert.deepEqual(
    [replaced.entries[0]?.verdict, replaced.entries[0]?.replacement],
    ['reject', java],
  );
  const changed = decideOpen(move(replaced, -1), 'reject', { vi: 'Rust', en: 'Rust' });
  assert.equal(changed.steps.length, 2);
  assert.deepEqual(undoLast(changed).entries[0]?.replacement, java);
  assert.equal(undoLast(undoLast(changed)).entries[0]?.verdict, null);
});

test('a replaced item can be plainly rejected, which is another word', () => {
  const replaced = decideOpen(three, 'reject', { vi: 'Java', en: 'Java' });
  const rejected = decideOpen(move(replaced, -1), 'reject');
  assert.equal(rejected.entries[0]?.replacement, null);
  assert.equal(rejected.steps.length, 2);
});

test('an added phrase is undone without any item losing its verdict or its place', () => {
  const added = addStep(decideOpen(three, 'ambiguous'), 'added');
  const undone = undoLast(added);
  assert.equal(opened(undone), 'golang');
  assert.equal(undone.entries[0]?.verdict, 'ambiguous');
  assert.equal(opened(undoLast(undone)), 'go');
});

test('what somebody else has decided meanwhile is shown, and the next word answers it', () => {
  const key = three.entries[0]?.key ?? '';
  const back = takeBack(decideOpen(three, 'accept'), key);
  const learnt = learn(back, key, { id: 9, verdict: 'reject' });
  assert.deepEqual(
    [learnt.entries[0]?.verdict, learnt.entries[0]?.item.decision?.id],
    ['reject', 9],
  );
  assert.equal(decidedSince(learnt), 0);
  assert.equal(decideOpen(learnt, 'accept').entries[0]?.verdict, 'accept');
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
