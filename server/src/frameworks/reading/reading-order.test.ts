import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inReadingOrder, TOP } from './reading-order.ts';

const row = (id: number, parent: number | null) => ({ id, parent });

test('what stands under something comes right after it, siblings in their order', () => {
  const ordered = inReadingOrder([row(1, null), row(2, null), row(3, 1), row(4, 1), row(5, 3)]);
  assert.deepEqual(
    ordered.map(({ row: { id }, parent }) => [id, parent]),
    [
      [1, TOP],
      [3, 0],
      [5, 1],
      [4, 0],
      [2, TOP],
    ],
  );
});

test('a ring and a parent from elsewhere hide nothing', () => {
  const ordered = inReadingOrder([row(1, 2), row(2, 1), row(3, 99)]);
  assert.deepEqual(ordered.map(({ row: { id } }) => id).sort(), [1, 2, 3]);
});

test('whatever the parents are, everything stands once and after its parent', () => {
  const rows = fc
    .array(fc.option(fc.nat(60)), { maxLength: 60 })
    .map((parents) =>
      parents.map((parent, id) => row(id, parent === null || parent === id ? null : parent)),
    );
  fc.assert(
    fc.property(rows, (given) => {
      const ordered = inReadingOrder(given);
      assert.deepEqual(
        ordered.map(({ row: { id } }) => id).toSorted((a, b) => a - b),
        given.map(({ id }) => id),
      );
      for (const [place, { parent }] of ordered.entries()) assert.ok(parent < place);
    }),
  );
});
