import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnOf, isHeading } from './columns.ts';
import { editDistance, findUnit } from './find-unit.ts';
import { readDay } from '#src/languages/read-day.ts';

test('headings are known in Vietnamese and English, with or without accents, and in both at once', () => {
  for (const heading of ['Họ và tên', 'HO VA TEN', 'Full name', 'Họ và tên / Full name']) {
    assert.equal(columnOf(heading), 'fullName', heading);
  }
  assert.equal(columnOf('Mã nhân viên'), 'personCode');
  assert.equal(columnOf('Tình trạng'), undefined);
  assert.equal(isHeading(['STT', 'Họ tên', 'Mã số']), true);
  assert.equal(isHeading(['Họ tên', 'Đơn vị']), false);
});

test('a day stands before its month, and days that do not exist are not read', () => {
  assert.equal(readDay('5/9/2025'), '2025-09-05');
  assert.equal(readDay('2025-09-15'), '2025-09-15');
  for (const text of ['31/02/2025', '13/13/2025', '9/15/2025', 'hôm nay', '01/01/25', '1/1/0001']) {
    assert.equal(readDay(text), undefined, text);
  }
});

test('a unit is found by its name or its path, and what is nearly right is asked about', () => {
  const unit = (id: number, name: string, parentId: number | null = null) => ({
    id,
    name,
    parentId,
    nameEn: null,
  });
  const units = [
    unit(1, 'Khoa Toán'),
    unit(2, 'Khoa Lý'),
    unit(3, 'Bộ môn Cơ sở', 1),
    unit(4, 'Bộ môn Cơ sở', 2),
  ];
  const found = (written: string) => findUnit(units, written);
  assert.deepEqual(found('khoa toan'), { verdict: 'found', unit: units[0] });
  assert.deepEqual(found('Khoa Lý / Bộ môn Cơ sở'), { verdict: 'found', unit: units[3] });
  assert.deepEqual(found('Bộ môn Cơ sở'), {
    verdict: 'ambiguous',
    example: 'Khoa Toán / Bộ môn Cơ sở',
  });
  assert.deepEqual(found('Khoa Toánn'), { verdict: 'unknown', near: 'Khoa Toán' });
  assert.deepEqual(found('Phòng Hậu cần'), { verdict: 'unknown', near: undefined });
  assert.equal(editDistance('kitten', 'sitting'), 3);
});
