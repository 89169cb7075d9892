import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitOrder } from './unit-order.ts';

const unit = (id: number, name: string, parentId: number | null = null) => ({
  id,
  name,
  parentId,
  nameEn: null,
  ended: false,
  members: 0,
});

test('units read as a tree: each before its parts, by name, with figures in their order', () => {
  const order = unitOrder([
    unit(1, 'Khoa Toán'),
    unit(2, 'Bộ môn 10', 3),
    unit(3, 'Khoa Công nghệ thông tin'),
    unit(4, 'Bộ môn 2', 3),
  ]);
  assert.deepEqual(
    order.map(({ unit: { name }, depth }) => `${depth} ${name}`),
    ['0 Khoa Công nghệ thông tin', '1 Bộ môn 2', '1 Bộ môn 10', '0 Khoa Toán'],
  );
});

test('a unit below one that is not shown is not lost', () => {
  assert.equal(unitOrder([unit(2, 'Bộ môn', 9)]).length, 1);
});
