import type { EquatingRow } from '@nhip/server/frameworks/levels/contract.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInForce, pairKey, pairOf, pairsOf, rowsBetween, spanOf } from './pairs.ts';

const end = (scale: string, lowest: number, highest: number) => ({
  ...{ scale, edition: 1, lowest, highest },
});
const row = (from: EquatingRow['from'], to: EquatingRow['to']): EquatingRow => ({
  ...{ id: 1, from, to, relation: 'equated', method: 'm', confidence: 1, source: 's' },
  reason: {},
  fromProgram: false,
  by: { actorId: 1, self: false, name: null, organisation: { vi: 'Bộ', en: null } },
  ...{ validFrom: '2026-01-01', validTo: null },
});
const scales = [
  { code: 'A', place: 'own' as const },
  { code: 'B', place: 'used' as const },
  { code: 'C', place: 'other' as const },
];

test('Equated pairs come first and each pair once, whichever way round it was written', () => {
  const pairs = pairsOf(scales, [row(end('C', 1, 2), end('A', 1, 1))]);
  assert.deepEqual(pairs.map(pairKey), ['C~A', 'A~B']);
});

test('The address names a pair in either order; an unknown one shows the first', () => {
  const pairs = pairsOf(scales, []);
  assert.deepEqual(pairOf(pairs, 'C~A'), { left: 'A', right: 'C' });
  assert.deepEqual(pairOf(pairs, 'X~Y'), { left: 'A', right: 'B' });
  assert.equal(pairOf([], 'A~B'), undefined);
});

test('A row written the other way round is turned to stand under the ladders as they are drawn', () => {
  const [turned] = rowsBetween([row(end('B', 2, 3), end('A', 1, 1))], { left: 'A', right: 'B' });
  assert.deepEqual([turned!.from.scale, turned!.to.lowest], ['A', 2]);
  assert.deepEqual(
    rowsBetween([row(end('B', 2, 3), end('C', 1, 1))], { left: 'A', right: 'B' }),
    [],
  );
});

test('An equating holds until the end of its last day', () => {
  assert.equal(isInForce({ validTo: null }, '2026-11-22'), true);
  assert.equal(isInForce({ validTo: '2026-11-22' }, '2026-11-22'), true);
  assert.equal(isInForce({ validTo: '2026-11-21' }, '2026-11-22'), false);
});

test('A range lies on its rungs, the highest at the top; a level that the ladder has lost lies nowhere', () => {
  assert.deepEqual(spanOf([1, 2, 3, 4], { lowest: 3, highest: 4 }), { top: 0, bottom: 0.5 });
  assert.deepEqual(spanOf([1, 2, 3, 4], { lowest: 1, highest: 1 }), { top: 0.75, bottom: 1 });
  assert.equal(spanOf([1, 2], { lowest: 5, highest: 6 }), null);
});
