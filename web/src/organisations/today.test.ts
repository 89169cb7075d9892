import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfDay, today } from './today.ts';

test('a role that lasts until a day lasts until that day is over where the reader is', () => {
  assert.equal(today(new Date('2026-03-05T08:00:00')), '2026-03-05');
  assert.equal(endOfDay('2026-03-05'), new Date('2026-03-05T23:59:59').toISOString());
  assert.equal(endOfDay(''), undefined);
});
