import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorName, detailRows, subjectName } from './fact-sentence.ts';

const actor = {
  id: 7,
  kind: 'person',
  name: null,
  organisation: { vi: 'Bộ Minh Họa', en: null },
  words: { vi: 'người dùng', en: 'a person' },
};

test('A colleague is named; of anybody else one reads for whom they work', () => {
  assert.equal(actorName({ ...actor, name: 'Người Thử', organisation: null }, 'vi'), 'Người Thử');
  assert.equal(actorName(actor, 'vi'), 'người dùng của Bộ Minh Họa');
  assert.equal(actorName(actor, 'en'), 'a person of Bộ Minh Họa');
});

test('A sentence names its subject once', () => {
  const organisation = {
    kind: 'organisation',
    id: '3',
    words: { vi: 'tổ chức', en: 'organisation' },
  };
  const added = { vi: 'đã thêm tổ chức', en: 'added the organisation' };
  assert.equal(subjectName({ words: added, subject: organisation }, 'vi'), '3');
  const person = { kind: 'person', id: '11', words: { vi: 'người', en: 'person' } };
  const granted = { vi: 'đã giao vai trò cho', en: 'granted a role to' };
  assert.equal(subjectName({ words: granted, subject: person }, 'en'), 'person 11');
});

test('The detail of a fact is read as lines, and hashes of personal values are not shown', () => {
  const { rows, personal } = detailRows({
    roles: ['hr', 'viewer'],
    counts: { added: 3, same: null },
    personal: { person: 11, values: { email: 'e1db', fullName: '4ee6' } },
  });
  assert.deepEqual(rows, [
    ['roles', 'hr, viewer'],
    ['counts.added', '3'],
    ['counts.same', '—'],
  ]);
  assert.deepEqual(personal, ['email', 'fullName']);
});
