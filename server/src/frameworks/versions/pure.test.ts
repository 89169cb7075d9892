import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reordered } from './reordered.ts';
import { wordPieces } from './word-pieces.ts';

test('The pieces of two wordings give back both of them', () => {
  const words = fc.array(fc.constantFrom('hàn', 'dầm', 'thép', '🙂', 'a', '\n'), { maxLength: 20 });
  const text = fc.oneof(
    words.map((list) => list.join(' ')),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordPieces(before, after);
      const without = (side: string) =>
        pieces.flatMap((piece) => (piece.in === side ? [] : [piece.text])).join('');
      assert.equal(without('after'), before);
      assert.equal(without('before'), after);
    }),
  );
});

test('Texts too long to compare word by word are told by where they begin and end alike', () => {
  const long = 'dầm '.repeat(4_000);
  const pieces = wordPieces(`${long}cũ${long}`, `${long}mới${long}`);
  assert.deepEqual(
    pieces.map((piece) => piece.in),
    ['both', 'before', 'after', 'both'],
  );
  assert.deepEqual([pieces[1]!.text, pieces[2]!.text], ['cũ', 'mới']);
});

test('One that is put elsewhere among its siblings is the only one that has moved', () => {
  assert.deepEqual([...reordered([1, 2, 3, 4, 5], [2, 3, 4, 5, 1])], [1]);
  assert.deepEqual([...reordered([1, 2, 3], [3, 2, 1])].length, 2);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50)), fc.nat(), fc.nat(), (ids, a, b) => {
      if (ids.length === 0) return;
      const id = ids[a % ids.length]!;
      const others = ids.filter((one) => one !== id);
      const after = others.toSpliced(b % ids.length, 0, id);
      assert.ok(reordered(ids, after).size <= 1);
    }),
  );
});
