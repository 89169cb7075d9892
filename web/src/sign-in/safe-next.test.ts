import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOutside, safeNext } from './safe-next.ts';

const origin = 'https://nhip.example';

test('after the sign-in the reader comes back to the page they wanted, with its filters', () => {
  assert.equal(safeNext('/imports?kind=programme', origin), '/imports?kind=programme');
  assert.equal(safeNext('/coverage/3#row-1', origin), '/coverage/3#row-1');
});

test('a forged link never leads from the sign-in to another site', () => {
  for (const next of [
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example/',
    'javascript:alert(1)',
    'imports',
    '',
    undefined,
  ]) {
    assert.equal(safeNext(next, origin), '/', String(next));
  }
});

test('nobody is sent back to the sign-in by the sign-in', () => {
  assert.equal(safeNext('/sign-in?next=/imports', origin), '/');
  assert.equal(safeNext('/invitation#token', origin), '/invitation#token');
  assert.ok(isOutside('/invitation'));
  assert.ok(!isOutside('/imports'));
});
