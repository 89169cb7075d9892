import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageRefusal } from './refusals.ts';

const enough = { advertisements: 30, asksForSomething: true, hasProgramme: true };

test('coverage is answered from thirty advertisements on', () => {
  assert.equal(coverageRefusal(enough), null);
  assert.deepEqual(coverageRefusal({ ...enough, advertisements: 29 }), {
    code: 'too-few-advertisements',
    detail: { advertisements: 29, needed: 30 },
  });
});

test('the first thing that is missing is the one that is named', () => {
  assert.equal(coverageRefusal({ ...enough, hasProgramme: false })?.code, 'no-programme');
  assert.equal(coverageRefusal({ ...enough, asksForSomething: false })?.code, 'no-demand');
  assert.equal(
    coverageRefusal({ advertisements: 0, asksForSomething: false, hasProgramme: false })?.code,
    'no-demand',
  );
});
