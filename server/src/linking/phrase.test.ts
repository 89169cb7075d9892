import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseSurface } from './normalise.ts';
import { phraseOf } from './phrase.ts';

/** LIKE without its escapes. */
function like(pattern: string, text: string): boolean {
  const source = pattern
    .split('%')
    .map((piece) => piece.replace(/\\(.)/g, '$1').replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^]*');
  return new RegExp(`^${source}$`).test(text.toLowerCase());
}

test('a phrase is found however its marks are written, and the pattern lets every such text through', () => {
  const texts = [
    ['quản trị mạng', 'Có kinh nghiệm QUẢN TRỊ MẠNG nội bộ'],
    ['quản trị mạng', 'quản trị mạng'.normalize('NFD')],
    ['hòa giải', 'kỹ năng hoà giải'],
    ['đo lường', 'Đo lường kết quả'],
    ['node.js', 'Node.js trên máy chủ'],
    ['c++', 'Lập trình C ++ nhúng'],
    ['.net', 'ASP .NET Core'],
    ['power bi', 'báo cáo Power-BI'],
  ] as const;
  for (const [words, text] of texts) {
    const phrase = phraseOf(normaliseSurface(words));
    assert.ok(phrase.isIn([text]), `${words} in ${text}`);
    assert.ok(like(phrase.pattern, text), `${phrase.pattern} lets ${text} through`);
  }
});

test('a phrase stands in a text only with whole words', () => {
  assert.ok(!phraseOf('go').isIn(['a good cargo']));
  assert.ok(!phraseOf('quan tri').isIn(['quản trị']));
});
