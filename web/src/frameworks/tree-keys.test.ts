import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VersionTree } from '@nhip/server/frameworks/reading/contract.ts';
import { deedOf, rowThatBegins } from './tree-keys.ts';
import { shapeOf } from './tree-rows.ts';

const tree = {
  ...{ framework: 'x', version: '1', kinds: ['skill'], languages: ['vi'], id: [1, 2, 3] },
  ...{ parent: [-1, 0, -1], kind: [0, 0, 0], code: ['A', 'B', 'C'], label: ['a', 'b', 'c'] },
  lang: [0, 0, 0],
  exemplarOf: [],
} satisfies VersionTree;
const shape = shapeOf(tree);
const on = (row: number, open: boolean, rows = open ? [0, 1, 2] : [0, 2]) => ({
  ...{ shape, rows, row, open, page: 10 },
});

test('right opens what is closed and steps into what is open; left goes back', () => {
  assert.deepEqual(deedOf('ArrowRight', on(0, false)), { do: 'expand', place: 0 });
  assert.deepEqual(deedOf('ArrowRight', on(0, true)), { do: 'go', row: 1 });
  assert.deepEqual(deedOf('ArrowLeft', { ...on(1, true), open: false }), { do: 'go', row: 0 });
  assert.deepEqual(deedOf('ArrowLeft', on(0, true)), { do: 'collapse', place: 0 });
  assert.equal(deedOf('ArrowRight', on(1, false)), undefined);
});

test('up and down stay within the list', () => {
  assert.deepEqual(deedOf('ArrowUp', on(0, false)), { do: 'go', row: 0 });
  assert.deepEqual(deedOf('PageDown', on(0, false)), { do: 'go', row: 1 });
  assert.deepEqual(deedOf('End', on(0, true)), { do: 'go', row: 2 });
});

test('typed letters lead to the next row that begins with them, round the end', () => {
  const labels = ['mot', 'hai', 'muoi'];
  const find = (from: number, typed: string) =>
    rowThatBegins((row) => labels[row]!, labels.length, from, typed);
  assert.equal(find(0, 'm'), 2);
  assert.equal(find(2, 'm'), 0);
  assert.equal(find(0, 'mo'), 0);
  assert.equal(find(0, 'x'), undefined);
});
