import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepStates } from './import-steps.ts';

const at = (status: Parameters<typeof stepStates>[0]['status'], appliedRows = 0) =>
  stepStates({ status, appliedRows, totalRows: 10 }).join(' ');

test('an import moves from the file over check and preview to the end', () => {
  assert.equal(at('staging'), 'done current later later');
  assert.equal(at('previewed'), 'done done current later');
  assert.equal(at('applying'), 'done done done current');
  assert.equal(at('applied'), 'done done done done');
});

test('a failed import shows where it stopped', () => {
  assert.equal(at('failed'), 'done failed later later');
  assert.equal(at('failed', 4), 'done done done failed');
});

test('a discarded import was seen and never applied', () => {
  assert.equal(at('discarded'), 'done done done later');
});
