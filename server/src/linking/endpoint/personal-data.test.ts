import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withoutPersonalData } from './personal-data.ts';

const sent = (line: string) => withoutPersonalData(line)?.replace(/▒+/g, '…');

test('addresses, numbers and names are covered, and places in the line stay', () => {
  assert.equal(
    sent('Java, hỏi thêm lan.anh@example.org hoặc 0912 345 678'),
    'Java, hỏi thêm … hoặc …',
  );
  assert.equal(sent('Xem https://example.org/viec?id=7 để biết SQL'), 'Xem … để biết SQL');
  assert.equal(sent('Làm việc cùng chị Trần Thị Hoa, dùng Kotlin'), 'Làm việc cùng …, dùng Kotlin');
  assert.equal(sent('Mentored by Ms. Anna Berg on Kubernetes'), 'Mentored by …on Kubernetes');
  assert.equal(sent('CCCD 012345678901 và C++17'), 'CCCD … và C++17');
  const line = 'Gọi +84 (24) 3754-7461 về C#';
  assert.equal(withoutPersonalData(line)!.length, line.length);
});

test('a line that tells whom to write to is not sent at all', () => {
  for (const line of [
    'Liên hệ phòng nhân sự để biết thêm về Java',
    'Send your CV to our recruiter',
    'Gửi hồ sơ trước ngày 30/11',
    'Lien he chi Hoa, Zalo ben duoi',
  ]) {
    assert.equal(withoutPersonalData(line), undefined, line);
  }
});

test('what asks for competencies is left as it is', () => {
  for (const line of [
    '3-5 năm kinh nghiệm với Node.js 20, PostgreSQL 16 và C++',
    'Able to work 40 hours a week, 2–3 projects at once, ISO 27001',
    'Kỹ năng giao tiếp, làm việc nhóm; TOEIC 650',
  ]) {
    assert.equal(withoutPersonalData(line), line);
  }
});

test('whatever a line holds, it keeps its length and loses its mail addresses', () => {
  const part = fc.constantFrom('Java', ' ', 'a@b.vn', '0912345678', 'chị Hoa', 'và', '\ud83d', '@');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const line = parts.join('');
      const left = withoutPersonalData(line);
      assert.equal(left?.length, line.length);
      assert.ok(!/\w@\w/.test(left!));
    }),
  );
});
