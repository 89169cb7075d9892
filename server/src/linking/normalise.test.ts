import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normaliseSurface, tokenise } from './normalise.ts';
import { placeTone, withoutDiacritics } from './syllable.ts';
import { foldWord } from './word-forms.ts';

const keys = (text: string) => tokenise(text).map((token) => token.key);
const slices = (text: string) => tokenise(text).map(({ start, end }) => text.slice(start, end));

test('The tone mark of a Vietnamese syllable stands in one place, however it was typed', () => {
  const pairs = [
    ['hoà', 'hòa'],
    ['hoạ', 'họa'],
    ['khoẻ', 'khỏe'],
    ['thuý', 'thúy'],
    ['tuỳ', 'tùy'],
    ['tóan', 'toán'],
    ['hòan', 'hoàn'],
    ['ngòai', 'ngoài'],
    ['qúy', 'quý'],
    ['qủa', 'quả'],
    ['gía', 'giá'],
    ['cuả', 'của'],
    ['nghiã', 'nghĩa'],
    ['húynh', 'huýnh'],
  ];
  for (const [typed, canonical] of pairs) assert.equal(placeTone(typed!), canonical);
});

test('A syllable with its tone mark in place already, and a foreign word, are left alone', () => {
  const words =
    'hòa quý quỹ quả toán thuật thủy giá gìn giếng khuỷu ngoài thuở rượu mía của yếu tiện chuyển nguyễn quốc xoèn café résumé são naïve';
  for (const word of words.split(' ')) assert.equal(placeTone(word), word);
});

test('Diacritics are taken off including those of đ, and letter case is kept', () => {
  assert.equal(withoutDiacritics('Đồ họa và Dữ liệu đám mây'), 'Do hoa va Du lieu dam may');
});

test('Names of programming languages keep the signs that distinguish them', () => {
  assert.deepEqual(keys('C, C++, C#, F# and .NET'), ['c', 'c++', 'c#', 'f#', 'and', '.net']);
  assert.deepEqual(slices('C/C++/C#/.NET'), ['C', 'C++', 'C#', '.NET']);
  assert.deepEqual(keys('C#.NET; C#8; C++17'), ['c#', '.net', 'c#', '8', 'c++', '17']);
  assert.deepEqual(slices('dùng C ++ và C #.'), ['dùng', 'C ++', 'và', 'C #']);
  assert.deepEqual(keys('5+ years, option #2'), ['5', 'years', 'option', '2']);
});

test('The dot of ASP.NET and of Node.js stands between two words', () => {
  assert.deepEqual(keys('ASP.NET'), ['asp', 'net']);
  assert.deepEqual(keys('Node.js'), ['node', 'js']);
  assert.equal(normaliseSurface('ASP.NET Core'), 'asp net core');
});

test('Surfaces that differ in case, spacing, hyphens or tone placement share one key', () => {
  assert.equal(normaliseSurface('Power-BI'), 'power bi');
  assert.equal(normaliseSurface('POWER   BI'), 'power bi');
  assert.equal(normaliseSurface('CI / CD'), normaliseSurface('ci/cd'));
  assert.equal(normaliseSurface('Đồ hoạ'), 'đồ họa');
  assert.notEqual(normaliseSurface('Node.js'), normaliseSurface('NodeJS'));
  assert.equal(normaliseSurface(' … '), '');
});

test('Words are joined by spaces, a slash, a touching hyphen or dot, and parted by anything else', () => {
  const gap = (text: string) => tokenise(text).at(-1)!.gap;
  for (const text of ['a b', 'a  b', 'a\u00a0b', 'a-b', 'a.b', 'a/b', 'a / b', 'a_b', 'a & b']) {
    assert.equal(gap(text), 'joined', text);
  }
  for (const text of ['a, b', 'a (b', 'a. b', 'a - b', 'a…b', 'a--b', 'a 🙂 b', 'a <br> b']) {
    assert.equal(gap(text), 'parted', text);
  }
  for (const text of ['a\nb', 'a,\r\nb', 'a -\n- b']) assert.equal(gap(text), 'broken', text);
});

test('Invisible characters inside a word are read over, and those around it are left outside', () => {
  const text = '\ufeffJa\u200bva\u200b Spr\u00ading\u2060';
  assert.deepEqual(keys(text), ['java', 'spring']);
  assert.deepEqual(slices(text), ['Ja\u200bva', 'Spr\u00ading']);
  assert.equal(tokenise(text)[1]!.gap, 'joined');
});

test('Letters from word processors and other keyboards are read as the letters they show', () => {
  assert.deepEqual(keys('ﬁrewall 𝐉𝐚𝐯𝐚 Ｐｙｔｈｏｎ Ðà'), ['firewall', 'java', 'python', 'đà']);
});

test('Emoji, markup and scripts without spaces end a word', () => {
  assert.deepEqual(slices('☕Java☕<b>Go</b> Java開発経験 👩‍💻SQL'), [
    ...['Java', 'b', 'Go', 'b', 'Java', 'SQL'],
  ]);
});

test('Web and mail addresses hold no words', () => {
  const text =
    'Gửi CV: tuyen-dung@react.example, xem https://docker.example/java hoặc www.sql.example';
  assert.deepEqual(keys(text), ['gửi', 'cv', 'xem', 'hoặc']);
});

test('Plural, singular, British and American spellings compare as equal', () => {
  const pairs = [
    ['apis', 'api'],
    ['microservices', 'microservice'],
    ['databases', 'database'],
    ['optimisation', 'optimization'],
    ['organisations', 'organization'],
    ['modelling', 'modeling'],
  ];
  for (const [left, right] of pairs) assert.equal(foldWord(left!), foldWord(right!));
});

test('A name that only looks like a plural stays as it is', () => {
  const names =
    'js aws ios css gis dss sass redis kubernetes pandas windows teams express analysis canvas business status robotics mys3s';
  for (const name of names.split(' ')) assert.equal(foldWord(name), name);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        ...['Java', 'hoà', 'Đồ', ' ', '.', '.NET', 'C', '+', '#', '-', '/', '\u200b', '@', '\n'],
        ...['học', 'www.', '://', 'x', '🙂', '\u0323', 'ﬁ', '5'],
      ),
    )
    .map((parts) => parts.join('')),
);

test('The words of any text follow each other and never overlap', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let previous = 0;
      for (const { key, start, end } of tokenise(text)) {
        assert.ok(start >= previous && end > start && end <= text.length && key !== '');
        previous = end;
      }
    }),
  );
});

test('The key of a key is the key itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const key = normaliseSurface(text);
      assert.equal(normaliseSurface(key), key);
    }),
    { numRuns: 500 },
  );
});

test('Decomposed and composed texts have the same words', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.deepEqual(keys(text.normalize('NFD')), keys(text.normalize('NFC')));
    }),
  );
});
