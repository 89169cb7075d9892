import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Item } from './crosswalk-session.ts';
import { findItems, indexItems, pathOf, rowsWith } from './item-index.ts';

const item = (id: number, parent: number | null, en: string, vi: string | null = null): Item => ({
  ...{ id, code: `C${id}`, kind: 'skill', parent, label: { vi, en } },
});
const index = indexItems([
  item(1, null, 'Metal work', 'Gia công kim loại'),
  item(2, 0, 'Welding', 'Hàn'),
  item(3, 0, 'Turning'),
  item(4, null, 'Software'),
  item(5, 3, 'Metal detectors'),
]);

test('Items stand as deep as their parents say', () => {
  assert.deepEqual(index.levels, [1, 2, 2, 1, 2]);
  assert.deepEqual(
    pathOf(index, index.items[4]!).map(({ id }) => id),
    [4],
  );
});

test('A filtered tree keeps what stands above each item', () => {
  assert.deepEqual(
    rowsWith(index, ({ id }) => id === 3 || id === 5),
    [0, 2, 3, 4],
  );
});

test('Items are found by words of either language without accents, and by their codes', () => {
  const ids = (query: string) => findItems(index, query, 9).map(({ id }) => id);
  assert.deepEqual(ids('metal'), [5, 1]);
  assert.deepEqual(ids('kim loai'), [1]);
  assert.deepEqual(ids('C3'), [3]);
  assert.deepEqual(ids(''), []);
});
