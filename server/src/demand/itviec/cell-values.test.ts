import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lastAcceptedDay, readPostedAt } from './posted-at.ts';
import { readPythonList } from './python-list.ts';
import { readSalary } from './salary.ts';

test('Both ways of writing a time are read, the day before the month where slashes stand', () => {
  assert.deepEqual(readPostedAt('25/11/2025 15:05'), { day: '2025-11-25', time: '15:05:00' });
  assert.deepEqual(readPostedAt('2026-02-04 20:06:52'), { day: '2026-02-04', time: '20:06:52' });
  assert.deepEqual(readPostedAt(' 5/1/2026 '), { day: '2026-01-05', time: '00:00:00' });
  assert.deepEqual(readPostedAt('2026-01-05T07:30:00.000'), {
    day: '2026-01-05',
    time: '07:30:00',
  });
});

test('Days that do not exist and words are not read as a time', () => {
  for (const text of [
    '31/02/2026',
    '11/25/2025 15:05',
    '2025-13-01',
    '25/11/2025 24:00',
    'hôm qua',
    '',
  ]) {
    assert.equal(readPostedAt(text), undefined, text);
  }
});

test('A posting may be dated one day ahead, because time zones differ', () => {
  assert.equal(lastAcceptedDay('2026-12-31'), '2027-01-01');
});

const asPython = (items: string[]) =>
  `[${items
    .map((item) =>
      item.includes("'") && !item.includes('"')
        ? `"${item.replaceAll('\\', '\\\\')}"`
        : `'${item.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
    )
    .join(', ')}]`;

test('A list as Python prints it is read back, quotes and backslashes included', () => {
  const item = fc
    .string({
      unit: fc.constantFrom('a', 'Đ', ' ', ',', "'", '"', '\\', '[', ']', '#'),
      maxLength: 8,
    })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(item, { maxLength: 6 }), (items) => {
      assert.deepEqual(readPythonList(asPython(items)), { items, listed: true });
    }),
  );
});

test('Text that is no list is split at commas, and says so', () => {
  assert.deepEqual(readPythonList('AWS, Docker,  Kubernetes'), {
    items: ['AWS', 'Docker', 'Kubernetes'],
    listed: false,
  });
  assert.deepEqual(readPythonList('[]'), { items: [], listed: true });
  assert.deepEqual(readPythonList(''), { items: [], listed: true });
});

test('A salary keeps the currency that is written, and none where none is', () => {
  const cases: [string, ReturnType<typeof readSalary>][] = [
    ['1,000 - 2,000 USD', { low: 1_000, high: 2_000, currency: 'USD' }],
    ['$1500-2500', { low: 1_500, high: 2_500, currency: 'USD' }],
    ['Up to 40m vnd', { low: null, high: 40_000_000, currency: 'VND' }],
    ['20-25 triệu VND', { low: 20_000_000, high: 25_000_000, currency: 'VND' }],
    ['17 - 30 triệu', { low: 17_000_000, high: 30_000_000, currency: 'VND' }],
    ['12,5tr - 15tr', { low: 12_500_000, high: 15_000_000, currency: 'VND' }],
    ['Up to 45.000.000đ', { low: null, high: 45_000_000, currency: 'VND' }],
    ['Lên đến 55 triệu', { low: null, high: 55_000_000, currency: 'VND' }],
    ['Từ 20 đến 30 triệu đồng', { low: 20_000_000, high: 30_000_000, currency: 'VND' }],
    ['Từ 20 triệu', { low: 20_000_000, high: null, currency: 'VND' }],
    ['Upto 35m', { low: null, high: 35_000_000, currency: null }],
    ['From $1300', { low: 1_300, high: null, currency: 'USD' }],
    ['Gross usd 2,500 and above', { low: 2_500, high: null, currency: 'USD' }],
    ['1800-3500', { low: 1_800, high: 3_500, currency: null }],
    ['13-20m', { low: 13_000_000, high: 20_000_000, currency: null }],
    ['2.000 USD', { low: 2_000, high: 2_000, currency: 'USD' }],
  ];
  for (const [written, salary] of cases) assert.deepEqual(readSalary(written), salary, written);
});

test('Words of praise, yearly sums and telephone numbers are no monthly salary', () => {
  for (const text of [
    "You'll love it",
    'Thỏa thuận',
    'Total comp: $55k/year',
    'Upto 30 month salary/year',
    '500 triệu/năm',
    '0123456789012345',
    '',
  ]) {
    assert.equal(readSalary(text), undefined, text);
  }
});
