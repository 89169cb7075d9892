import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distance, vocabularyOf, wordsFrom, wordsNear } from './vocabulary.ts';

test('one letter changed, missing, added or swapped with its neighbour is one error', () => {
  for (const typed of ['kubernates', 'kuberntes', 'kubernettes', 'kubrenetes']) {
    assert.equal(distance(typed, 'kubernetes', 2), 1, typed);
  }
  assert.equal(distance('kubernetes', 'docker', 2), 3);
});

test('the distance is the same from both ends', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (one, other) =>
      assert.equal(distance(one, other, 3), distance(other, one, 3)),
    ),
  );
});

test('every word is found near itself with any one letter left out', () => {
  const words = ['kubernetes', 'postgresql', 'learning', 'toan'];
  const vocabulary = vocabularyOf(words);
  for (const word of words) {
    for (let place = 0; place < word.length; place += 1) {
      const typed = word.slice(0, place) + word.slice(place + 1);
      const near = wordsNear(vocabulary, typed, false).map((match) => vocabulary.words[match.word]);
      assert.ok(near.includes(word), `${typed} is near ${near.join(', ')}`);
    }
  }
});

test('words that begin with what was typed are found, the word itself before them', () => {
  const vocabulary = vocabularyOf(['java', 'javascript', 'jazz', 'ajax']);
  assert.deepEqual(
    wordsFrom(vocabulary, 'java').map(({ word }) => vocabulary.words[word]),
    ['java', 'javascript'],
  );
});

test('the beginning of a long word is forgiven an error while it is still being typed', () => {
  const vocabulary = vocabularyOf(['kubernetes']);
  assert.equal(wordsNear(vocabulary, 'kubren', true).length, 1);
  assert.equal(wordsNear(vocabulary, 'kubren', false).length, 0);
});
