import { test } from 'node:test';
import assert from 'node:assert/strict';
import { cleanText, formulaSign, garbledSample, markupSample } from './written-text.ts';

test('Invisible control characters are left out and counted, line breaks and tabs stay', () => {
  assert.deepEqual(cleanText('Kỹ sư\u0000 phần\u0007 mềm\r\n\tJava  \r\n'), {
    text: 'Kỹ sư phần mềm\n\tJava',
    removed: 2,
  });
});

test('Decomposed Vietnamese letters are composed', () => {
  assert.equal(cleanText('Kiê\u0309m thư\u0309'.normalize('NFD')).text, 'Kiểm thử');
});

test('Letters garbled by a wrong encoding are noticed', () => {
  const garble = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
  for (const word of ['học phần', 'kỹ sư', 'quản trị', 'đào tạo']) {
    assert.notEqual(garbledSample(garble(word)), undefined, word);
  }
  assert.match(garbledSample('Láº­p trÃ¬nh viÃªn') ?? '', /Láº/);
  assert.notEqual(garbledSample('Kinh nghi\ufffdm'), undefined);
});

test('Proper Vietnamese, capitals and typographic signs included, is not called garbled', () => {
  for (const text of [
    'ƯU TIÊN ỨNG VIÊN ĐÃ LÀM VIỆC',
    'ĐÃ\u00a0CÓ KINH NGHIỆM “TỪ 3 NĂM” – ƯU TIÊN',
    'ĐÂY LÀ “NHÀ”… 37 °C, ½ ngày',
  ]) {
    assert.equal(garbledSample(text), undefined, text);
  }
});

test('HTML and scripts in a text are noticed, headings in angle brackets are not', () => {
  assert.notEqual(markupSample('Java <script>alert(1)</script>'), undefined);
  assert.notEqual(markupSample('<img src=x onerror=alert(1)>'), undefined);
  assert.notEqual(markupSample('Biết <b>Java</b>'), undefined);
  assert.equal(markupSample('<Must have> Java, C < C++, a <= b'), undefined);
});

test('Cells that a spreadsheet would run are noticed', () => {
  assert.equal(formulaSign('=HYPERLINK("http://example.org")'), '=');
  assert.equal(formulaSign(' +cmd|calc'), '+');
  assert.equal(formulaSign('@SUM(A1)'), '@');
  assert.equal(formulaSign('-1+1'), '-');
  assert.equal(formulaSign('- Kỹ sư Java'), undefined);
  assert.equal(formulaSign('Kỹ sư C++'), undefined);
});
