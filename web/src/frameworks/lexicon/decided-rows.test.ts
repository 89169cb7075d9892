import type { LexiconForm } from '@nhip/server/frameworks/lexicon/contract.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextPlace, takes, withForms, withStatus } from './decided-rows.ts';

const row = (id: number, status: LexiconForm['status']): LexiconForm => ({
  ...{ id, status, form: `f${id}`, language: 'vi', caseSensitive: false, fields: null },
  ...{ source: 'person', note: null, texts: null, proposed: null, approved: null },
  ...{ rejected: null, ended: null, collisions: [] },
  competency: { id: 1, code: 'A', label: { vi: 'A', en: 'A' }, published: true },
});

test('Only a proposed form is approved or rejected, and only one in force is ended', () => {
  assert.deepEqual(
    (['proposed', 'approved', 'rejected', 'ended'] as const).map((status) => [
      takes({ status }, 'approve'),
      takes({ status }, 'reject'),
      takes({ status }, 'end'),
    ]),
    [
      [true, true, false],
      [false, false, true],
      [false, false, false],
      [false, false, false],
    ],
  );
});

test('A decision shows on its rows alone', () => {
  const rows = withStatus([row(1, 'proposed'), row(2, 'proposed')], [2], 'approved');
  assert.deepEqual(
    rows.map(({ status }) => status),
    ['proposed', 'approved'],
  );
});

test('A form that was in force for a moment goes on under its new id, without its approval', () => {
  const approved = { ...row(1, 'approved'), approved: { by: null, at: '2026-01-01' } };
  const [back] = withForms([approved], [{ id: 1, now: 9, status: 'proposed' }]);
  assert.deepEqual([back!.id, back!.status, back!.approved], [9, 'proposed', null]);
});

test('After a decision the next waiting form is open; at the end the place stays', () => {
  const rows = [row(1, 'approved'), row(2, 'approved'), row(3, 'proposed')];
  assert.equal(nextPlace(rows, 0), 2);
  assert.equal(nextPlace(rows.slice(0, 2), 0), 1);
  assert.equal(nextPlace(rows, 2), 2);
  assert.equal(nextPlace([], 0), 0);
});
