import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inTreeOrder } from './tree-order.ts';

test('Every node comes once, each after its parent unless it stands in a ring', () => {
  const nodes = fc
    .array(fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }), { maxLength: 12 })
    .map((parents) => parents.map((parentId, id) => ({ id, parentId, sequence: id % 3 })));
  fc.assert(
    fc.property(nodes, (some) => {
      const ordered = inTreeOrder(some);
      assert.deepEqual(
        ordered.map(({ id }) => id).sort((a, b) => a - b),
        [...some.keys()],
      );
      const place = new Map(ordered.map(({ id }, at) => [id, at]));
      for (const { id, parentId } of some) {
        if (parentId === null || !place.has(parentId) || inRing(some, id)) continue;
        assert.ok(place.get(parentId)! < place.get(id)!);
      }
    }),
  );
});

test('Siblings stand in their sequence, whole branches together', () => {
  const node = (id: number, parentId: number | null, sequence: number) => ({
    id,
    parentId,
    sequence,
  });
  const ordered = inTreeOrder([
    ...[node(1, null, 2), node(2, null, 1), node(3, 1, 2), node(4, 1, 1), node(5, 2, 1)],
  ]);
  assert.deepEqual(
    ordered.map(({ id }) => id),
    [2, 5, 1, 4, 3],
  );
});

/** Whether going up from a node leads into a ring. */
function inRing(nodes: readonly { id: number; parentId: number | null }[], id: number): boolean {
  const seen = new Set<number>();
  for (let at: number | null | undefined = id; at != null; at = nodes[at]?.parentId) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
