import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatPeriod,
  formatShare,
  formatShareRange,
} from './format.ts';

test('numbers are written 1.234,5 in Vietnamese and 1,234.5 in English', () => {
  assert.equal(formatNumber(1234.5, 'vi'), '1.234,5');
  assert.equal(formatNumber(1234.5, 'en'), '1,234.5');
});

test('dates are written 21/11/2026 in Vietnamese and 21 Nov 2026 in English', () => {
  assert.equal(formatDate('2026-11-21', 'vi'), '21/11/2026');
  assert.equal(formatDate('2026-11-21', 'en'), '21 Nov 2026');
});

test('a day of the calendar is the same day in every time zone', () => {
  assert.equal(formatDate('2026-01-01', 'vi'), '01/01/2026');
});

test('what is no date is shown as it was written', () => {
  assert.equal(formatDate('hôm qua', 'vi'), 'hôm qua');
  assert.equal(formatDateTime('hôm qua', 'en'), 'hôm qua');
});

test('an open end of a period stays open', () => {
  assert.equal(formatPeriod({ from: '2026-08-01', to: null }, 'vi'), '01/08/2026 – …');
});

test('a range whose ends read the same is one figure', () => {
  assert.equal(formatShareRange(0.411, 0.412, 'en'), '41%');
  assert.equal(formatShareRange(0.37, 0.45, 'en'), '37–45%');
});

test('a share is never rounded to nothing or to all', () => {
  const inside = fc.double({ min: 0.0006, max: 0.9994, noNaN: true });
  fc.assert(
    fc.property(inside, fc.constantFrom('vi' as const, 'en' as const), (share, language) => {
      const written = formatShare(share, language).replace(/\s*%/, '');
      return written !== '0' && written !== '100';
    }),
  );
});
