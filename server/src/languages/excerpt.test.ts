import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerptAround } from './excerpt.ts';

test('an excerpt is the sentence that holds the span', () => {
  const text = 'Yêu cầu:\nThành thạo Java. Biết Docker và Kubernetes; tiếng Anh tốt.';
  const start = text.indexOf('Docker');
  const excerpt = excerptAround(text, start, start + 6);
  assert.equal(excerpt.text, 'Biết Docker và Kubernetes;');
  assert.equal(excerpt.text.slice(excerpt.start, excerpt.end), 'Docker');
});

test('a very long sentence is cut on both sides, at white space', () => {
  const text = `${'trước '.repeat(100)}Kubernetes ${'sau '.repeat(100)}`;
  const start = text.indexOf('Kubernetes');
  const excerpt = excerptAround(text, start, start + 10, 20);
  assert.match(excerpt.text, /^… (trước )+Kubernetes (sau )+…$/);
  assert.ok(excerpt.text.length < 60);
});

test('the span of an excerpt always shows the words of the span', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 300 }),
      fc.nat(299),
      fc.nat(20),
      (text, at, length) => {
        const start = Math.min(at, text.length - 1);
        const end = Math.min(text.length, start + 1 + length);
        const excerpt = excerptAround(text, start, end, 10);
        assert.equal(excerpt.text.slice(excerpt.start, excerpt.end), text.slice(start, end));
      },
    ),
  );
});

test('of a sentence that is the span alone, such as the number of a list, the whole line is shown', () => {
  const text = 'Yêu cầu:\n3. Thành thạo Java. Biết Docker.\nQuyền lợi';
  const start = text.indexOf('3');
  const excerpt = excerptAround(text, start, start + 1);
  assert.equal(excerpt.text, '3. Thành thạo Java. Biết Docker.');
  assert.equal(excerpt.text.slice(excerpt.start, excerpt.end), '3');
});
