import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headOf } from './head-file.ts';

const head = {
  format: 'nhip.audit-head/1',
  installation: '2a029b44-4c3f-4f21-b2bb-5bf564d42031',
  sealId: 3,
  hash: 'ab'.repeat(32),
  factCount: 61,
  sealedAt: '2026-11-22T02:30:34.996Z',
};

test('A head that was exported is read again as it was', () => {
  assert.deepEqual(headOf(`${JSON.stringify(head, null, 2)}\n`), head);
});

test('A file that holds no head is recognised as such', () => {
  for (const text of ['', 'PK\u0003\u0004', '{}', JSON.stringify({ ...head, hash: 'ab' })]) {
    assert.equal(headOf(text), undefined);
  }
});
