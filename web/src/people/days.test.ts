import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, dayInVietnam, lastDayOf } from './days.ts';

test('In the evening of Greenwich it is the next day in Việt Nam', () => {
  assert.equal(dayInVietnam(new Date('2026-11-22T16:59:00Z')), '2026-11-22');
  assert.equal(dayInVietnam(new Date('2026-11-22T17:00:00Z')), '2026-11-23');
});

test('A consent that ends as a day is over still holds on that day', () => {
  assert.equal(lastDayOf('2027-11-22T17:00:00.000Z'), '2027-11-22');
});

test('Months are counted to the same day, or to the last one of a shorter month', () => {
  assert.equal(addMonths('2026-11-22', 24), '2028-11-22');
  assert.equal(addMonths('2027-12-31', 2), '2028-02-29');
  assert.equal(addMonths('2026-08-31', 1), '2026-09-30');
});
