import { test } from 'node:test';
import assert from 'node:assert/strict';
import { employerKey, titleKey } from './employer-key.ts';

test('One employer has one key, whatever its legal form, case, accents and punctuation', () => {
  const names = [
    'Sao Mai Giả Tưởng',
    'CÔNG TY TNHH SAO MAI GIẢ TƯỞNG',
    'Công ty Cổ phần Sao Mai Giả Tưởng',
    'Công ty CP Sao Mai Giả Tưởng Việt Nam',
    'Sao Mai Gia Tuong Co., Ltd',
    'SAO MAI GIA TUONG VIETNAM CO.,LTD.',
    'Sao Mai Giả Tưởng JSC',
    'Sao Mai Giả Tưởng Joint Stock Company',
    'Công ty TNHH Một Thành Viên Sao Mai Giả Tưởng',
  ];
  assert.deepEqual([...new Set(names.map(employerKey))], ['sao mai gia tuong']);
});

test('Words that are no legal form are kept: a unit is not its group', () => {
  assert.notEqual(employerKey('Bến Cầu Software'), employerKey('Bến Cầu'));
  assert.notEqual(employerKey('Bến Cầu Bank'), employerKey('Bến Cầu Software'));
});

test('A name of nothing but legal forms stays as it is', () => {
  assert.equal(employerKey('Việt Nam'), 'viet nam');
  assert.equal(employerKey('Công ty Cổ phần'), 'cong ty co phan');
  assert.equal(employerKey('JSC'), 'jsc');
});

test('Titles are folded but keep their signs', () => {
  assert.equal(titleKey('  Senior C++ / C# Developer '), 'senior c++ c# developer');
});
