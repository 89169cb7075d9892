import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VersionTree } from '@nhip/server/frameworks/reading/contract.ts';
import { above, filteredRows, hasChildren, openRows, searchable, shapeOf } from './tree-rows.ts';

const tree: VersionTree = {
  ...{ framework: 'x', version: '1', kinds: ['skill'], languages: ['vi'] },
  id: [1, 2, 3, 4, 5],
  parent: [-1, 0, 1, 0, -1],
  kind: [0, 0, 0, 0, 0],
  code: ['A', 'A.1', 'A.1.1', 'A.2', 'B'],
  label: ['Dữ liệu', 'Truy vấn', 'Đồ thị', 'Kho', 'Đám mây'],
  lang: [0, 0, 0, 0, 0],
  exemplarOf: [],
};
const shape = shapeOf(tree);

test('a row knows its depth, its number among its siblings and whether something stands under it', () => {
  assert.deepEqual([...shape.depth], [0, 1, 2, 1, 0]);
  assert.deepEqual([...shape.position], [1, 1, 1, 2, 2]);
  assert.deepEqual([...shape.siblings], [2, 2, 1, 2, 2]);
  assert.deepEqual(
    tree.id.map((_, place) => hasChildren(shape, place)),
    [true, true, false, false, false],
  );
});

test('only what stands under expanded rows is on the screen', () => {
  assert.deepEqual(openRows(shape, new Set()), [0, 4]);
  assert.deepEqual(openRows(shape, new Set([0])), [0, 1, 3, 4]);
  assert.deepEqual(openRows(shape, new Set([1])), [0, 4]);
  assert.deepEqual(openRows(shape, new Set([0, 1])), [0, 1, 2, 3, 4]);
});

test('a filter finds without accents and keeps what the matches stand under', () => {
  const texts = searchable(tree);
  assert.deepEqual(filteredRows(shape, texts, 'do thi'), {
    rows: [0, 1, 2],
    matches: new Set([2]),
  });
  assert.deepEqual(filteredRows(shape, texts, 'a 2').rows, [0, 3]);
  assert.deepEqual(filteredRows(shape, texts, 'cobol').rows, []);
});

test('the way up from a row ends at the top', () => {
  assert.deepEqual(above(shape, 2), [1, 0]);
  assert.deepEqual(above(shape, 4), []);
});
