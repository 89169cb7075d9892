import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pace } from './pace.ts';

test('no rate is claimed before it can be seen', () => {
  assert.deepEqual(pace([], 100), { perSecond: null, seconds: null });
  assert.deepEqual(pace([{ at: 0, done: 5 }], 100), { perSecond: null, seconds: null });
});

test('the remaining time follows from what was done lately', () => {
  const samples = [
    { at: 0, done: 0 },
    { at: 2000, done: 100 },
  ];
  assert.deepEqual(pace(samples, 600), { perSecond: 50, seconds: 10 });
});

test('an early standstill no longer counts after twenty seconds', () => {
  const samples = [
    { at: 0, done: 0 },
    { at: 60_000, done: 0 },
    { at: 70_000, done: 200 },
  ];
  assert.equal(pace(samples, 400).perSecond, 20);
});

test('work without a known end has a rate and no remaining time', () => {
  const samples = [
    { at: 0, done: 0 },
    { at: 1000, done: 30 },
  ];
  assert.deepEqual(pace(samples, null), { perSecond: 30, seconds: null });
});

test('work that stands still has no rate', () => {
  const samples = [
    { at: 0, done: 7 },
    { at: 5000, done: 7 },
  ];
  assert.deepEqual(pace(samples, 10), { perSecond: null, seconds: null });
});
