import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerptAround } from './excerpt-around.ts';

test('a short sentence stays whole', () => {
  const sentence = { text: 'Biết Docker và Kubernetes', start: 15, end: 25 };
  assert.deepEqual(excerptAround(sentence, 40), sentence);
});

test('a long sentence is cut at spaces on both sides of the marked words', () => {
  const text = `${'trước '.repeat(30)}Kubernetes${' sau'.repeat(30)}`;
  const start = text.indexOf('Kubernetes');
  const cut = excerptAround({ text, start, end: start + 10 }, 60);
  assert.match(cut.text, /^… (trước )+Kubernetes( sau)+ …$/);
});

test('the marked words are always in the excerpt and still marked', () => {
  const sentence = fc
    .array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 40 })
    .chain((words) => {
      const text = words.join(' ');
      return fc.tuple(
        fc.constant(text),
        fc.integer({ min: 0, max: text.length - 1 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 10, max: 80 }),
      );
    });
  fc.assert(
    fc.property(sentence, ([text, start, length, most]) => {
      const end = Math.min(text.length, start + length);
      const cut = excerptAround({ text, start, end }, most);
      assert.equal(cut.text.slice(cut.start, cut.end), text.slice(start, end));
    }),
  );
});
