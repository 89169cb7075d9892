import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundView } from '@nhip/server/linking/contract.ts';
import { countsAlone, groupFound } from './found-groups.ts';

function found(id: number, part: Partial<FoundView> = {}): FoundView {
  return {
    competency: { id, code: `C${id}`, kind: 'skill', label: { vi: null, en: 'x' }, areaCode: null },
    ...{ start: 0, end: 1, surface: 'x', normalised: 'x', method: 'exact', form: 'x' },
    ...{ band: 'accepted', probability: 0.98, verdict: null, level: null, reasons: [] },
    ...part,
  };
}

test('the places of one competency stand together, what counts before what waits', () => {
  const groups = groupFound([found(1, { band: 'review' }), found(2), found(1, { band: 'review' })]);
  assert.deepEqual(
    groups.map(({ competency, places, counts }) => [competency.id, places.length, counts]),
    [
      [2, 1, true],
      [1, 2, false],
    ],
  );
  assert.deepEqual(
    groups[1]!.places.map(({ id }) => id),
    [0, 2],
  );
});

test('a person’s word goes before the band', () => {
  assert.equal(countsAlone(found(1, { band: 'review', verdict: 'accept' })), true);
  assert.equal(countsAlone(found(1, { verdict: 'reject' })), false);
});
