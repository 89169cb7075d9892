import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fill } from './fill.ts';
import { inLanguage, localText } from './local-text.ts';
import { nameKey, plain } from './plain.ts';

test('a plain key has neither diacritics nor case nor punctuation, but keeps what tells C++ from C#', () => {
  assert.equal(plain('  Thành phố Đà Nẵng – (Việt Nam)  '), 'thanh pho da nang viet nam');
  assert.equal(plain('TP. Hồ Chí Minh'), 'tp ho chi minh');
  assert.equal(plain('C++, C#'), 'c++ c#');
  assert.equal(plain('…'), '');
});

test('a plain key is the same however the letters are composed, and its own key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(plain(text.normalize('NFD')), plain(text.normalize('NFC')));
      assert.equal(plain(plain(text)), plain(text));
    }),
  );
});

test('the key of a name folds case and spaces and keeps diacritics', () => {
  assert.equal(nameKey(' Trường  ĐẠI HỌC\tHòa Bình '), 'trường đại học hòa bình');
  assert.notEqual(nameKey('Hòa'), nameKey('Hoa'));
  assert.equal(nameKey('Hòa'.normalize('NFD')), nameKey('Hòa'));
});

test('a text is shown in the reader’s language, else in the one that there is', () => {
  const both = localText([
    { language: 'vi', value: 'Năng lực' },
    { language: 'en', value: 'Competency' },
  ]);
  assert.deepEqual(both, { vi: 'Năng lực', en: 'Competency' });
  assert.equal(inLanguage(both, 'en'), 'Competency');
  assert.equal(inLanguage({ vi: 'Năng lực', en: null }, 'en'), 'Năng lực');
  assert.equal(inLanguage({ vi: null, en: null }, 'vi'), '');
});

test('a sentence is filled with the values as they are, and what has no value stays', () => {
  assert.equal(fill('{n} tin từ {source}, {x}', { n: 0, source: '$& $1' }), '0 tin từ $& $1, {x}');
});
