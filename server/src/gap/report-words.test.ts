import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REPORT_WORDS } from './report-words.ts';

const placeholders = (words: string) =>
  [...words.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

function compare(vi: unknown, en: unknown, path: string): void {
  if (typeof vi === 'string' && typeof en === 'string') {
    assert.ok(vi.trim() !== '' && en.trim() !== '', path);
    assert.deepEqual(placeholders(vi), placeholders(en), path);
    return;
  }
  const [left, right] = [vi as Record<string, unknown>, en as Record<string, unknown>];
  assert.deepEqual(Object.keys(left).sort(), Object.keys(right).sort(), path);
  for (const key of Object.keys(left)) compare(left[key], right[key], `${path}.${key}`);
}

test('a report says the same things, with the same figures in them, in both languages', () => {
  compare(REPORT_WORDS.vi, REPORT_WORDS.en, 'words');
});
