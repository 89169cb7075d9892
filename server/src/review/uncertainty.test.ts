import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uncertaintyOf } from './uncertainty.ts';

test('an even chance is most worth a look, and certainty either way is worth none', () => {
  assert.equal(uncertaintyOf(0.5, 'hybrid'), 1);
  assert.equal(uncertaintyOf(0, 'hybrid'), 0);
  assert.equal(uncertaintyOf(1, 'exact'), 0);
  assert.ok(Math.abs(uncertaintyOf(0.3, 'near') - uncertaintyOf(0.7, 'near')) < 1e-9);
});

test('where nothing was measured the method orders: guessed, another spelling, exact, decided', () => {
  const worth = (['hybrid', 'near', 'exact', 'decision'] as const).map((method) =>
    uncertaintyOf(null, method),
  );
  assert.deepEqual(
    worth,
    worth.toSorted((a, b) => b - a),
  );
});
