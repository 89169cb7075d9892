import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measure } from '#src/measures/contract.ts';
import { answerLines, day, percent, range, whole } from './report-lines.ts';

const measure = (answer: Pick<Measure, 'estimate' | 'refusal'>): Measure => ({
  id: '',
  definition: 'coverage-gap',
  definitionVersion: 1,
  parameters: {},
  inputWatermark: {},
  codeVersion: '',
  periodFrom: null,
  periodTo: null,
  unit: 'share-of-demand',
  n: 40,
  computedAt: '',
  stale: false,
  ...answer,
});

test('figures and dates are written as their language writes them', () => {
  assert.equal(percent(0.4132, 'vi'), '41,3\u00a0%');
  assert.equal(percent(0.4132, 'en'), '41.3%');
  assert.equal(whole(1139, 'vi'), '1.139');
  assert.equal(whole(1139, 'en'), '1,139');
  assert.equal(day('2025-10-22'), '22/10/2025');
  assert.equal(day(null), '–');
  assert.equal(range({ low: 0.25, high: 0.5 }, 'en'), '25% – 50%');
  assert.equal(range({ low: 1, high: 1 }, 'vi'), '100\u00a0%');
});

test('an exact coverage is one figure, an uncertain one is its bounds and why they differ', () => {
  const estimate = {
    value: 0.4,
    boundLow: 0.4,
    boundHigh: 0.4,
    intervalLow: 0.3,
    intervalHigh: 0.5,
  };
  assert.deepEqual(answerLines(measure({ estimate, refusal: null }), 'en'), [
    '40.0% of the demand is taught',
    '95% interval: 30.0% to 50.0%',
  ]);
  const wide = { ...estimate, value: null, boundHigh: 0.45 };
  const lines = answerLines(measure({ estimate: wide, refusal: null }), 'vi');
  assert.equal(lines[0], 'từ 40,0\u00a0% đến 45,0\u00a0% nhu cầu được dạy');
  assert.equal(lines.length, 3);
});

test('a refusal is worded with what is missing', () => {
  const refusal = { code: 'history-too-short' as const, detail: { months: 3, needed: 24 } };
  assert.match(answerLines(measure({ estimate: null, refusal }), 'vi')[0]!, /3 tháng.*24 tháng/);
  assert.match(answerLines(measure({ estimate: null, refusal }), 'en')[0]!, /3 months.*24 months/);
});
