import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, destination, isUnder, matching, nextCode, rowsOf, treeOf } from './tree-rows.ts';

const entry = (id: number, parentId: number | null, code: string, vi = code) => ({
  ...{ id, parentId, code, sourceId: code, kind: 'skill', threads: 0 },
  label: { vi, en: null },
});
const tree = treeOf([
  entry(1, null, 'A', 'Thi công thép'),
  entry(2, 1, 'A.1', 'Hàn dầm'),
  entry(3, 1, 'A.2', 'Dựng giàn giáo'),
  entry(4, null, 'B'),
]);

test('Rows in sight stand in the order of the tree, without what is under a closed one', () => {
  assert.deepEqual(
    rowsOf(tree, () => true).map(({ entry: { code }, level }) => [code, level]),
    [
      ['A', 1],
      ['A.1', 2],
      ['A.2', 2],
      ['B', 1],
    ],
  );
  assert.deepEqual(
    rowsOf(tree, (id) => id !== 1).map((row) => row.entry.code),
    ['A', 'B'],
  );
});

test('A search finds without accents and keeps what the found stand under', () => {
  assert.deepEqual([...matching(tree, 'han dam')].sort(), [1, 2]);
  assert.equal(matching(tree, 'không có').size, 0);
});

test('Steps lead among the siblings, under the one before, and out behind the parent', () => {
  assert.deepEqual(destination(tree, 3, 'up'), { parentId: 1, beforeId: 2 });
  assert.deepEqual(destination(tree, 2, 'down'), { parentId: 1, beforeId: null });
  assert.deepEqual(destination(tree, 3, 'in'), { parentId: 2, beforeId: null });
  assert.deepEqual(destination(tree, 2, 'out'), { parentId: null, beforeId: 4 });
  assert.equal(destination(tree, 2, 'up'), undefined);
  assert.equal(destination(tree, 2, 'in'), undefined);
  assert.equal(destination(tree, 1, 'out'), undefined);
  assert.equal(after(tree, 4), null);
  assert.equal(isUnder(tree, 3, 1), true);
  assert.equal(isUnder(tree, 4, 1), false);
});

test('A new entry gets the next free code of its siblings', () => {
  assert.equal(nextCode(tree, 1, 'N'), 'A.3');
  assert.equal(nextCode(tree, 4, 'N'), 'B.1');
  assert.equal(nextCode(treeOf([]), null, 'N'), 'N1');
});
