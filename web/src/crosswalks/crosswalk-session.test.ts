import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CrosswalkPair } from '@nhip/server/crosswalks/contract.ts';
import {
  begin,
  beginAgain,
  countsOf,
  currentOf,
  decideOpen,
  move,
  openStop,
  settle,
  takeBack,
  type Item,
} from './crosswalk-session.ts';

const item = (id: number): Item => ({
  ...{ id, code: `C${id}`, kind: 'skill', parent: null, label: { vi: null, en: `Item ${id}` } },
});
const pair = (from: number, to: number, over: Partial<CrosswalkPair> = {}): CrosswalkPair => ({
  ...{ from, to, relation: 'exact', status: 'proposed', confidence: 0.5, source: 'lexical-1' },
  ...{ grounds: null, note: null, decidedAt: null, revision: 1, others: [] },
  ...over,
});
const items = [item(1), item(2), item(3)];

test('Undecided candidates are walked through in the order of the tree, the surest first', () => {
  const pairs = [pair(2, 20), pair(1, 10, { confidence: 0.4 }), pair(1, 11, { confidence: 0.9 })];
  const { stops } = begin(items, [...pairs, pair(3, 30, { status: 'accepted' })], 'waiting');
  assert.deepEqual(
    stops.map(({ to }) => to),
    [11, 10, 20],
  );
});

test('Every item is a stop when all are wanted, those without candidates too', () => {
  const { stops } = begin(items, [pair(2, 20)], 'all');
  assert.deepEqual(stops, [
    { from: 1, to: null },
    { from: 2, to: 20 },
    { from: 3, to: null },
  ]);
});

test('A decision opens the next undecided one, counts, and comes back whole when it is taken back', () => {
  const before = begin(items, [pair(1, 10), pair(1, 11), pair(2, 20)], 'waiting');
  const after = decideOpen(before, 'narrower');
  assert.deepEqual(currentOf(after), { from: 1, to: 11 });
  assert.equal(after.pairs.get('1 10')?.relation, 'narrower');
  assert.deepEqual(countsOf(after.pairs), { decided: 1, total: 3 });
  const back = takeBack(after, '1 10');
  assert.deepEqual(currentOf(back), { from: 1, to: 10 });
  assert.deepEqual(back.pairs.get('1 10'), pair(1, 10));
  assert.equal(back.steps.length, 0);
});

test('A candidate that a person finds stands beside those of its item, and takes the place of none', () => {
  const session = move(begin(items, [pair(1, 10), pair(2, 20)], 'all'), 1);
  const found = openStop(session, { from: 2, to: 99 });
  assert.deepEqual(currentOf(found), { from: 2, to: 99 });
  assert.deepEqual(found.stops.at(-1), { from: 3, to: null });
  const alone = openStop(found, { from: 3, to: 98 });
  assert.deepEqual(currentOf(alone), { from: 3, to: 98 });
  assert.equal(alone.stops.length, found.stops.length);
});

test('What began with a decision is gone when it is undone', () => {
  const found = openStop(begin(items, [], 'all'), { from: 1, to: 10 });
  const decided = decideOpen(found, 'exact');
  assert.equal(countsOf(decided.pairs).total, 1);
  assert.equal(countsOf(takeBack(decided, '1 10').pairs).total, 0);
  const settled = settle(decided, '1 10', pair(1, 10, { revision: 7, status: 'accepted' }));
  assert.equal(settled.pairs.get('1 10')?.revision, 7);
});

test('What the server says anew, or another filter, leaves the open stop open and the way back', () => {
  const before = decideOpen(
    begin(items, [pair(1, 10), pair(2, 20), pair(3, 30)], 'waiting'),
    'exact',
  );
  assert.deepEqual(currentOf(before), { from: 2, to: 20 });
  const accepted = pair(1, 10, { status: 'accepted', revision: 2 });
  const after = beginAgain(before, items, [accepted, pair(2, 20), pair(3, 30)], 'waiting');
  assert.deepEqual(currentOf(after), { from: 2, to: 20 });
  const back = takeBack(after, '1 10');
  assert.deepEqual(currentOf(back), { from: 1, to: 10 });
  assert.equal(back.pairs.get('1 10')?.status, 'proposed');
});
