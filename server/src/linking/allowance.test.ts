import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Allowance } from './allowance.ts';

test('so many turns in a period, each for one; then how long to wait', () => {
  const allowance = new Allowance({ turns: 2, seconds: 10, atOnce: 5 });
  assert.ok('end' in allowance.take('an', 0));
  assert.ok('end' in allowance.take('an', 4_000));
  assert.deepEqual(allowance.take('an', 5_000), { seconds: 5 });
  assert.ok('end' in allowance.take('binh', 5_000));
  assert.ok('end' in allowance.take('an', 10_001));
});

test('so many at the same time; a turn that ended makes room', () => {
  const allowance = new Allowance({ turns: 100, seconds: 10, atOnce: 1 });
  const turn = allowance.take('an', 0);
  assert.deepEqual(allowance.take('an', 1), { seconds: 1 });
  if ('end' in turn) turn.end();
  assert.ok('end' in allowance.take('an', 2));
});

test('a thousand visitors do not stay in memory', () => {
  const allowance = new Allowance({ turns: 1, seconds: 1, atOnce: 1 });
  for (let who = 0; who < 5_000; who += 1) {
    const turn = allowance.take(String(who), who * 10);
    if ('end' in turn) turn.end();
  }
  assert.ok(allowance.size <= 1_001);
});
