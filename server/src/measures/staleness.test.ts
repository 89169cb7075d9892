import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalHash, canonicalJson } from './canonical-json.ts';
import { isStale } from './staleness.ts';

test('a figure is fresh while the inputs that it saw stand where they stood', () => {
  assert.equal(
    isStale({ demand: 3, programmes: 1 }, { demand: 3, programmes: 1, review: 9 }),
    false,
  );
});

test('a figure is stale once one of its inputs has moved on', () => {
  assert.equal(isStale({ demand: 3, programmes: 1 }, { demand: 4, programmes: 1 }), true);
  assert.equal(isStale({ demand: 3 }, {}), true);
});

test('the same parameters in another order are the same parameters', () => {
  assert.equal(canonicalJson({ b: [{ d: 1, c: null }], a: 2 }), '{"a":2,"b":[{"c":null,"d":1}]}');
  assert.equal(canonicalHash({ seed: 1, draws: 2 }), canonicalHash({ draws: 2, seed: 1 }));
  assert.notEqual(canonicalHash({ ids: [1, 2] }), canonicalHash({ ids: [2, 1] }));
});
