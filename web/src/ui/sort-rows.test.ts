import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSort, sortRows } from './sort-rows.ts';

interface Row {
  name: string;
  share: number | null;
}
const columns = [
  { id: 'name', sortBy: (row: Row) => row.name },
  { id: 'share', sortBy: (row: Row) => row.share },
  { id: 'state' },
];
const rows: Row[] = [
  { name: 'Đồ họa', share: 0.2 },
  { name: 'Dữ liệu', share: null },
  { name: 'An ninh', share: 0.4 },
];
const names = (sort: string, language: 'vi' | 'en' = 'vi') =>
  sortRows(rows, columns, readSort(sort), language).map((row) => row.name);

test('figures sort by size and what has none stands last in both directions', () => {
  assert.deepEqual(names('share.desc'), ['An ninh', 'Đồ họa', 'Dữ liệu']);
  assert.deepEqual(names('share.asc'), ['Đồ họa', 'An ninh', 'Dữ liệu']);
});

test('Vietnamese words sort in the order of the Vietnamese alphabet: d before đ', () => {
  assert.deepEqual(names('name.asc'), ['An ninh', 'Dữ liệu', 'Đồ họa']);
});

test('a column that does not sort, or is not there, leaves the rows as they came', () => {
  assert.deepEqual(names('state.asc'), ['Đồ họa', 'Dữ liệu', 'An ninh']);
  assert.deepEqual(names('nothing.desc'), ['Đồ họa', 'Dữ liệu', 'An ninh']);
  assert.equal(readSort('share.sideways'), undefined);
});
