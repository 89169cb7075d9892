import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Relation } from '../contract.ts';
import type { Item } from '../item-queries.ts';
import { conflictsOf } from './conflicts.ts';
import { findLoops } from './find-loops.ts';

const item = (id: number, parentId: number | null = null): Item => ({
  ...{ id, parentId, code: `C${id}`, kind: 'skill', sequence: 1, label: { vi: null, en: null } },
});
const pair = (from: number, to: number, relation: Relation) => ({ from, to, relation });
const found = (pairs: ReturnType<typeof pair>[], from: Item[], to: Item[]) =>
  conflictsOf(pairs, { from, to }).map(({ code, items }) => [code, ...items.map(({ id }) => id)]);

test('Two exact matches of one item are found on either side', () => {
  const sides = [
    [item(1), item(2)],
    [item(10), item(11)],
  ] as const;
  assert.deepEqual(found([pair(1, 10, 'exact'), pair(1, 11, 'exact')], ...copy(sides)), [
    ['two-exact', 1, 10, 11],
  ]);
  assert.deepEqual(found([pair(1, 10, 'exact'), pair(2, 10, 'exact')], ...copy(sides)), [
    ['two-exact', 10, 1, 2],
  ]);
});

test('Exact beside broader is a conflict, unless the tree of the other framework says the same', () => {
  const pairs = [pair(1, 10, 'exact'), pair(1, 11, 'broader')];
  assert.deepEqual(found(pairs, [item(1)], [item(10), item(11)]), [['exact-beside', 1, 10, 11]]);
  assert.deepEqual(found(pairs, [item(1)], [item(10), item(11, 10)]), []);
  const narrower = [pair(1, 11, 'exact'), pair(1, 10, 'narrower')];
  assert.deepEqual(found(narrower, [item(1)], [item(10), item(11, 10)]), []);
  assert.deepEqual(found(narrower, [item(1)], [item(10), item(11)]), [['exact-beside', 1, 11, 10]]);
});

test('A loop of narrower runs through links, trees and exact matches, and names what closes it', () => {
  // 1 < 10 by a link, 10 < 2 by a link, 2 stands under 1
  const links = [pair(1, 10, 'narrower'), pair(2, 10, 'broader')];
  assert.deepEqual(found(links, [item(1), item(2, 1)], [item(10)]), [['loop', 1, 10, 2]]);
  // exact matches that turn the trees round
  const turned = [pair(1, 11, 'exact'), pair(2, 10, 'exact')];
  const loops = conflictsOf(turned, { from: [item(1), item(2, 1)], to: [item(10), item(11, 10)] });
  assert.equal(loops[0]?.code, 'loop');
  assert.equal(loops[0]?.pairs.length, 2);
  assert.deepEqual(found([pair(1, 10, 'narrower')], [item(1), item(2, 1)], [item(10)]), []);
});

test('A pair whose item is not in the version that is compared leads nowhere', () => {
  assert.deepEqual(found([pair(1, 99, 'exact')], [item(1)], [item(10)]), [['gone', 1, 99]]);
});

test('Loops are found exactly where there are some, and each of them closes', () => {
  const node = fc.integer({ min: 0, max: 7 });
  const edges = fc.array(fc.record({ from: node, to: node, mark: fc.constant(null) }), {
    maxLength: 14,
  });
  fc.assert(
    fc.property(edges, (some) => {
      const loops = findLoops(some);
      for (const loop of loops) {
        loop.forEach((edge, at) => assert.equal(edge.to, loop[(at + 1) % loop.length]!.from));
      }
      assert.equal(loops.length > 0, hasLoop(some));
    }),
  );
});

/** Whatever order of the nodes there is, some edge does not run forwards: by taking away what nothing leads to. */
function hasLoop(edges: readonly { from: number; to: number }[]): boolean {
  let left = [...edges];
  for (;;) {
    const led = new Set(left.map(({ to }) => to));
    const next = left.filter(({ from }) => led.has(from));
    if (next.length === left.length) return left.length > 0;
    left = next;
  }
}

function copy(sides: readonly [readonly Item[], readonly Item[]]): [Item[], Item[]] {
  return [[...sides[0]], [...sides[1]]];
}
