import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutAtSpans } from './cut-at-spans.ts';

const spanned = fc.string({ minLength: 1, maxLength: 60 }).chain((text) =>
  fc.record({
    text: fc.constant(text),
    spans: fc.array(
      fc
        .tuple(fc.integer({ min: -3, max: 65 }), fc.integer({ min: -3, max: 65 }))
        .map(([start, end]) => ({ start, end })),
    ),
  }),
);

test('a text is the same whether its words are marked or not', () => {
  fc.assert(
    fc.property(spanned, ({ text, spans }) => {
      const pieces = cutAtSpans(text, spans);
      assert.equal(pieces.map((piece) => piece.text).join(''), text);
    }),
  );
});

test('every letter of a span is marked, and no other', () => {
  fc.assert(
    fc.property(spanned, ({ text, spans }) => {
      const valid = spans.filter(
        ({ start, end }) => start >= 0 && end <= text.length && start < end,
      );
      for (const piece of cutAtSpans(text, spans)) {
        const expected = valid.filter(
          ({ start, end }) => start <= piece.start && piece.start < end,
        );
        assert.deepEqual(piece.spans, expected);
      }
    }),
  );
});

test('words that mean two things carry both', () => {
  const pieces = cutAtSpans('dùng Spring Boot', [
    { start: 5, end: 16, id: 1 },
    { start: 5, end: 16, id: 2 },
  ]);
  assert.deepEqual(
    pieces.map((piece) => [piece.text, piece.spans.map((span) => span.id)]),
    [
      ['dùng ', []],
      ['Spring Boot', [1, 2]],
    ],
  );
});
