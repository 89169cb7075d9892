import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain } from './plain.ts';

test('accents, case and punctuation do not matter', () => {
  assert.equal(plain('Điện toán  ĐÁM mây!'), 'dien toan dam may');
});

test('signs that belong to a name stay', () => {
  assert.equal(plain('C++ / C#'), 'c++ c#');
});
