import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTyped, withoutFilter } from './search-filters.ts';

test('filters are read in either language, with and without accents', () => {
  assert.deepEqual(readTyped('khung:ESCO loại:kỹ-năng mức:b1 hàn ống'), {
    words: 'hàn ống',
    filters: { framework: 'esco', kind: 'skill', level: 'B1' },
  });
  assert.deepEqual(readTyped('in:onet kind:role weld'), {
    words: 'weld',
    filters: { framework: 'onet', type: 'role' },
  });
});

test('a colon that names no filter belongs to the words', () => {
  assert.deepEqual(readTyped('C:\\Windows http://nhip kind:nonsense in:'), {
    words: 'C:\\Windows http://nhip kind:nonsense in:',
    filters: {},
  });
});

test('one filter is taken away and the rest stays', () => {
  assert.equal(withoutFilter('hàn loại:vai-trò khung:esco', 'type'), 'hàn khung:esco');
});
