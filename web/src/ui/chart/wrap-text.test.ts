import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textWidth } from './text-width.ts';
import { balanced, wrapText } from './wrap-text.ts';

const room = { width: 120, size: 12 };
const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyABĐỐỆ 0123456789%·…\u00a0漢😀'];

test('whatever is written, every line fits its room', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters)), fc.constantFrom(400, 600), (all, weight) => {
      for (const line of wrapText(all.join(''), { ...room, weight: weight as 400 | 600 })) {
        assert.ok(textWidth(line, room.size, weight as 400 | 600) <= room.width, line);
      }
    }),
  );
});

test('nothing is lost at the ends of lines', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters)), (all) => {
      const text = all.join('');
      const bare = (written: string) => written.normalize('NFC').replaceAll(' ', '');
      assert.equal(bare(wrapText(text, room).join('')), bare(text));
    }),
  );
});

test('a figure stays with its per cent sign', () => {
  const lines = wrapText('chuẩn đầu ra nói tới 41\u00a0% nhu cầu', { width: 130, size: 12 });
  assert.ok(
    lines.some((line) => line.includes('41\u00a0%')),
    lines.join('|'),
  );
});

test('where only so many lines may stand, the last ends in an ellipsis', () => {
  const lines = wrapText('Thành phố trực thuộc trung ương có tên rất dài', { ...room, most: 2 });
  assert.equal(lines.length, 2);
  assert.match(lines[1]!, /…$/);
  assert.ok(textWidth(lines[1]!, room.size) <= room.width);
});

test('a title of two lines is parted near its middle, not before its last word', () => {
  const title = 'Tích hợp và triển khai liên tục là nhu cầu lớn nhất chưa được dạy';
  const width = textWidth(title, 22, 600) - 20;
  const [first, second] = balanced(title, { width, size: 22, weight: 600 });
  assert.ok(second!.split(' ').length > 4, `${first} | ${second}`);
});

test('letters written in two parts are as wide as those written in one', () => {
  const text = 'Nhịp được đo ở Đà Nẵng';
  assert.equal(textWidth(text.normalize('NFD'), 12), textWidth(text, 12));
});
